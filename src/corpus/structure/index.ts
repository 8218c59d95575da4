/** structure/: lines to the shape of a speech: title block, tree of headings and points, passages, doubts about numbering. */

export { contentsOf } from './contents.ts';
export { headingMark } from './heading-marks.ts';
export { isSalutation } from './lines.ts';
export { numberingWarnings } from './numbering.ts';
export { isDatedLabel, officialHead, officialTail } from './official.ts';
export { type Outline, readOutline } from './outline.ts';
export { type PassageSpan, toPassages } from './passages.ts';
export { severalWarnings } from './several.ts';
export { isDateLine, isSigning, joinTitle, readTitleBlock, type TitleBlock } from './title-block.ts';
