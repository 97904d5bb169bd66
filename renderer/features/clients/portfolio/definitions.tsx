import type { ComparedPeriod } from '../../../app/period';
import { PopoverButton } from '../../../ui/popover-button';
import { formatDayRange } from '../../../ui/times';

/** The stamp of the figures: what each is, on which basis. One key away. */
export function Definitions({ period }: { readonly period: ComparedPeriod }) {
  return (
    <PopoverButton
      label="How these are counted"
      variant="subtle"
      position="bottom-end"
      width={440}
      name="How these figures are counted"
    >
      {() => (
        <dl className="facts" tabIndex={0} data-autofocus>
          <dt>Days</dt>
          <dd>
            {formatDayRange(period.current.from, period.current.to)} by transaction date, in each
            program’s own time zone
          </dd>
          <dt>Change</dt>
          <dd>
            Tracked revenue against {formatDayRange(period.previous.from, period.previous.to)}
          </dd>
          <dt>Tracked</dt>
          <dd>Revenue of pending and approved transactions</dd>
          <dt>Validated</dt>
          <dd>Revenue of approved transactions only</dd>
          <dt>Share</dt>
          <dd>
            Tracked revenue of a client’s programs by its own total sales, same months and currency;
            for B2B new customers by all its new customers. Never an estimate
          </dd>
          <dt>Pace</dt>
          <dd>
            What is there of a goal by what is expected to date, after last year’s same weekdays; a
            program without a goal shows its client’s
          </dd>
          <dt>Order</dt>
          <dd>
            Connections that failed or are stale; pace below 90 %; revenue down more than 25 %, the
            largest part of its client first; then by name
          </dd>
          <dt>Orders</dt>
          <dd>Sales, without leads and bonuses; in B2B programs payments</dd>
          <dt>Commission</dt>
          <dd>Pending and approved, bonuses included, without the network’s fee</dd>
          <dt>Clicks</dt>
          <dd>As the network reports them, on the program’s own currency line</dd>
          <dt>Totals</dt>
          <dd>Never across currencies, never retail with B2B</dd>
          <dt>–, n/a</dt>
          <dd>Not known, or can’t be computed; the reason shows on hover and focus</dd>
        </dl>
      )}
    </PopoverButton>
  );
}
