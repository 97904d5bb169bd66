import { Tooltip } from '@mantine/core';
import { formatChange, unknownMark } from './format';

interface WhyProps {
  readonly words: string;
  readonly reason: string;
}

/** A short mark with its reason on hover and focus, and in full to a screen reader. */
export function Why({ words, reason }: WhyProps) {
  return (
    <Tooltip label={reason}>
      <span className="why quiet" tabIndex={0} role="note" aria-label={`${words}: ${reason}`}>
        {words}
      </span>
    </Tooltip>
  );
}

interface FigureWordsProps<Value> {
  readonly figure: { readonly value: Value } | { readonly value: null; readonly reason: string };
  readonly format: (value: Value) => string;
}

/** A figure in words, or – with the reason why it is unknown. */
export function FigureWords<Value>({ figure, format }: FigureWordsProps<Value>) {
  if (figure.value === null) {
    return <Why words={unknownMark} reason={'reason' in figure ? figure.reason : ''} />;
  }
  return <>{format(figure.value)}</>;
}

interface ChangeWordsProps {
  readonly figure: { readonly value: number } | { readonly value: null; readonly reason: string };
  /** Is more of it good? Sales when nothing is said. */
  readonly more?: 'good' | 'bad' | 'neither';
}

/** A change with sign, arrow and colour, or n/a with the reason why it can't be computed. */
export function ChangeWords({ figure, more = 'good' }: ChangeWordsProps) {
  if (figure.value === null) return <Why words="n/a" reason={figure.reason} />;
  const rounded = Math.round(figure.value * 1000);
  const isGood = more === 'good' ? rounded > 0 : rounded < 0;
  const tone = rounded === 0 ? 'quiet' : more === 'neither' ? '' : isGood ? 'good' : 'bad';
  return <span className={tone}>{formatChange(figure.value)}</span>;
}

interface SignProps {
  readonly tone: 'good' | 'caution' | 'bad' | 'neutral';
  readonly words: string;
}

/** A state: a sign whose form differs as well as its colour, and always the word. */
export function Sign({ tone, words }: SignProps) {
  return (
    <span className={`sign ${tone}`}>
      <span className="sign-words">{words}</span>
    </span>
  );
}
