/**
 * Hosts and mailboxes that many strangers share. Two partners with a page on the same one, or an address at the same
 * one, have nothing to do with each other, so they are never a reason to join two identities.
 */

/** Registrable domains of free mailboxes. */
const freeMailboxes: ReadonlySet<string> = new Set(
  `126.com 139.com 163.com aim.com aol.com aol.co.uk arcor.de bk.ru bluewin.ch btinternet.com comcast.net cox.net daum.net
  duck.com fastmail.com fastmail.fm free.fr freenet.de gmail.com gmx.at gmx.ch gmx.com gmx.de gmx.net googlemail.com
  hanmail.net hey.com hotmail.co.uk hotmail.com hotmail.de hotmail.es hotmail.fr hotmail.it hushmail.com icloud.com
  inbox.com inbox.ru interia.pl laposte.net libero.it list.ru live.co.uk live.com live.de live.fr live.nl mac.com
  mail.com mail.de mail.ru me.com msn.com naver.com o2.pl orange.fr outlook.com outlook.de outlook.es outlook.fr pm.me
  posteo.de proton.me protonmail.ch protonmail.com qq.com rambler.ru rediffmail.com rocketmail.com sapo.pt sbcglobal.net
  seznam.cz sfr.fr sina.com sky.com sohu.com t-online.de talktalk.net telenet.be tiscali.it tuta.com tutanota.com
  ukr.net verizon.net virgilio.it virginmedia.com wanadoo.fr web.de wp.pl ya.ru yahoo.ca yahoo.co.in yahoo.co.jp
  yahoo.co.uk yahoo.com yahoo.com.au yahoo.com.br yahoo.de yahoo.es yahoo.fr yahoo.it yandex.com yandex.ru yeah.net
  ymail.com zoho.com`.split(/\s+/),
);

/** Registrable domains under which strangers have their pages. */
const sharedHosts: ReadonlySet<string> = new Set(
  `about.me amazon.co.uk amazon.com amazon.de apple.com beacons.ai behance.net bio.link bit.ly blogger.com blogspot.com
  bsky.app buymeacoffee.com campsite.bio carrd.co deviantart.com discord.com discord.gg douyin.com dribbble.com ebay.com
  etsy.com facebook.com fb.com flickr.com ghost.io github.com github.io gitlab.com gitlab.io goo.gl google.com gumroad.com
  hashnode.dev heylink.me instagram.com ko-fi.com lemon8-app.com linkedin.com linkin.bio linktr.ee linktree.com
  livejournal.com lnk.bio mastodon.social medium.com meetup.com milkshake.app msha.ke myshopify.com netlify.app notion.site
  notion.so open.spotify.com pages.dev patreon.com pinterest.co.uk pinterest.com pinterest.de podbean.com producthunt.com
  quora.com reddit.com shopify.com sites.google.com snapchat.com solo.to soundcloud.com spotify.com squarespace.com stan.store
  strikingly.com substack.com t.co t.me taplink.cc telegram.me telegram.org threads.net tiktok.com tinyurl.com tumblr.com
  twitch.tv twitter.com vercel.app vimeo.com vk.com wa.me webflow.io weebly.com weibo.com whatsapp.com wixsite.com wix.com
  wordpress.com x.com xing.com youtu.be youtube.com zhihu.com`.split(/\s+/),
);

/** Does a mailbox at this registrable domain say nothing about a company? */
export function isFreeMailbox(domain: string): boolean {
  return freeMailboxes.has(domain);
}

/** Do strangers have their pages under this registrable domain? */
export function isSharedHost(domain: string): boolean {
  return sharedHosts.has(domain);
}
