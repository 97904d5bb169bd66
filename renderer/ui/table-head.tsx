/** A column's heading: its words, or with how it stands. */
export type Heading =
  | string
  | {
      readonly label: string;
      /** Figures stand at the right, and their heading with them. */
      readonly isNumber?: boolean;
      /** Its words are for those who listen; the buttons below speak for themselves. */
      readonly isHidden?: boolean;
      /** What the heading means, on hover. */
      readonly title?: string | undefined;
    };

/** The heading of a column of figures. */
export function numeric(label: string, title?: string): Heading {
  return { label, isNumber: true, title };
}

/** The heading of the column with each row's buttons. */
export const actionsHeading: Heading = { label: 'Actions', isHidden: true };

/** The one line of headings of a table. */
export function TableHead({ columns }: { readonly columns: readonly Heading[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column, at) => {
          const { label, isNumber, isHidden, title } =
            typeof column === 'string' ? { label: column } : { ...column };
          return (
            <th key={at} scope="col" className={isNumber ? 'number' : undefined} title={title}>
              {isHidden ? <span className="visually-hidden">{label}</span> : label}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}
