/*
 * What one file may hold. Beyond it a file is refused before anything is written: a spreadsheet of a program's rows stays far
 * below, and one made to fill a computer's memory or disk goes nowhere.
 */

export const mostFileBytes = 1_000_000_000;
export const mostRows = 2_000_000;
export const mostColumns = 500;
/** Characters of one cell; a long text field takes half of it. */
export const mostCellLength = 100_000;
/** Bytes of a workbook once unpacked, in all its parts. */
export const mostUnpackedBytes = 2_000_000_000;
/** How many times its packed size a workbook's part may become; a sheet of equal rows reaches about 60. */
export const mostUnpackedTimes = 250;
/** Rows that cross from one process to another at once. */
export const rowsAtOnce = 2_000;
