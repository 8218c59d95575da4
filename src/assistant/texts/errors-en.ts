import type { Texts } from './texts.ts';

const PATTERN_FAULTS = {
  unbalanced: 'a bracket has no partner. Add it, or take this one out.',
  'empty-brackets': 'there is no word in the brackets. Write words with blanks between them.',
  'nested-brackets': 'brackets cannot stand inside brackets. Ask in several patterns.',
  'wildcard-in-brackets': '* and ? cannot stand inside brackets. Put them outside.',
  'no-word-after-hash': '# must stand right before a word.',
  'nothing-literal': 'each part between blanks needs a word, not only *, ? and punctuation.',
  'too-many-words': 'there are too many words to choose from. Leave at most 256 in all, and 5 between { }.',
  'too-many-wildcards': 'there are too many *. Leave at most 8.',
} as const;

const ACCESS_FAULTS = {
  'not-yaml': 'this is not YAML. Check indentation, colons and quotes.',
  'too-long': 'too long for an access file. Check the path in ZHIBI_ACCESS.',
  alias: 'references are not allowed. Write the ids out.',
  'key-twice': 'the same key stands twice. Make them one.',
  'unknown-key':
    'there is no such key. Check its spelling: workspaces, channels, groups, folders; under folders folder, groups, people, channels.',
  'wrong-type': 'not what is expected here, or missing. Ids are a list, [C0123ABCD]; each of folders needs folder.',
  'wrong-id':
    'not an id. Workspaces begin with T, channels with C or G, user groups with S, people with U or W; capitals and digits follow.',
  'empty-list': 'an empty list shuts everybody out. Write ids, or leave the key out.',
  'wrong-folder': 'name a folder below the corpus folder, without ..',
  'folder-twice': 'the same folder stands twice. Make them one.',
} as const;

export const errorsEn: Texts['errors'] = {
  'file-unreadable': ({ file, reason }) => `Can't read ${file} (${reason}). Check its permissions.`,
  'file-vanished': ({ file }) =>
    `Can't find ${file}: the path is wrong, or the file was just moved. Check, then run again.`,
  'file-special': ({ file, what }) =>
    `${file} is a ${{ fifo: 'named pipe', socket: 'socket', device: 'device' }[what]}, not a file, and was not read. Move it away.`,
  'file-changing': ({ file }) =>
    `${file} changed while it was being read, and was left out. Wait until it is complete, then run again.`,
  'file-failed': ({ file, reason }) =>
    `Reading ${file} failed (${reason}); it was left out. Save a new copy and try again; if that does not help, report this fault.`,
  'download-failed': ({ file, reason }) =>
    `Can't read ${file}: it could not be downloaded from Slack (${reason}). Send it again in a while.`,
  'file-too-costly': ({ file, what, limit }) =>
    `Reading ${file} took more than ${limit} ${{ seconds: 'seconds', megabytes: 'MB of memory' }[what]} and was given up. Save a copy with the text alone, or send it in parts.`,
  'intake-full': () => 'Too many files have come at once, and this one was not read. Send it again in a while.',
  'folder-unreadable': ({ folder, reason }) =>
    `Can't open the folder ${folder} (${reason}); its files were not read. Check its permissions.`,
  'file-empty': ({ file }) => `${file} is empty: there is no text to read.`,
  'file-binary': ({ file }) => `${file} does not hold text, though its name says so. Save it as .docx or .txt.`,
  'file-too-large': ({ file, megabytes, limit }) =>
    `${file} has ${megabytes} MB; the limit is ${limit} MB. No speech is that long: split or check the file.`,
  'encoding-unknown': ({ file }) => `The encoding of ${file} is unknown. Save it as UTF-8.`,
  'format-unsupported': ({ file, formats }) =>
    `${file} has a format that can't be read yet. Save it as one of ${formats}.`,
  'format-legacy': ({ file, format }) =>
    `${file} has the format ${format}, which can't be read. Open it in WPS or Word, save it as .docx, and try again.`,
  'document-damaged': ({ file, reason }) =>
    `${file} is damaged, or not of the format that its name says (${reason}). Save it anew.`,
  'document-encrypted': ({ file }) => `${file} has a password. Remove it and save the file anew.`,
  'document-too-large': ({ file, what, limit }) =>
    `${file} is beyond the limit of ${limit} ${{ characters: 'characters', pages: 'pages', megabytes: 'MB unpacked', levels: 'levels of nesting' }[what]}. No speech is that large: split or check the file.`,
  'pdf-scanned': ({ file }) =>
    `${file} holds pictures and no text, like a scan. Recognise its text first (OCR), or find the .docx.`,
  'front-matter-invalid': ({ file, line, reason }) => `The front matter of ${file} is wrong in line ${line}: ${reason}`,
  'no-text': ({ file }) => `${file} holds a title or notices, but no text.`,
  'speech-duplicate': ({ file, first }) => `${file} has exactly the text of ${first}; only the first is taken.`,
  'corpus-missing': ({ folder }) =>
    `There is no corpus folder ${folder}. Name the folder with your speeches by --corpus.`,
  'corpus-empty': ({ folder }) =>
    `${folder} holds no speech that can be read. Put .docx, .doc, .wps, .odt, .ofd, .pdf, .md, .txt or .html files there.`,
  'corpus-unwritable': ({ folder, reason }) =>
    `${folder} can't be written to (${reason}). Check permissions and free space.`,
  'import-untitled': ({ file }) => `${file} has no title and was left out. State one with --title.`,
  'index-missing': ({ folder }) => `There is no index in ${folder} yet. Run zhibi index first.`,
  'index-incompatible': ({ folder, part }) =>
    `The index in ${folder} was made by another version (${part} differs). Run zhibi index again.`,
  'index-damaged': ({ folder, part }) => `The index in ${folder} is damaged (${part}). Run zhibi index again.`,
  'index-unwritable': ({ folder, reason }) =>
    `Can't write to ${folder} (${reason}). The index there is unchanged; check permissions and disk space.`,
  'dictionary-missing': ({ file }) => `The segmenter's dictionary ${file} is missing. Run npm ci again.`,
  'store-locked': ({ folder, holder }) =>
    `${folder} is in use by another running Zhibi (process ${holder}). Stop that one, or give this one a folder of its own by ZHIBI_STATE.`,
  'store-unreadable': ({ folder, reason }) =>
    `Can't read what is kept in ${folder} (${reason}); it stays as it is. What was before is not remembered, and what comes is kept in memory alone. Check permissions, then start again.`,
  'store-unwritable': ({ folder, reason }) =>
    `Can't write to ${folder} (${reason}). What comes is kept in memory and lost by a restart. Check permissions and disk space.`,
  'store-damaged': ({ folder, lines }) =>
    `In ${folder} records are damaged and were left out (${lines}); the rest is in use. Check the disk.`,
  'store-too-large': ({ what, length, limit }) =>
    `A ${what} to be remembered has a length of ${length}; the limit is ${limit}. It was not kept. Report this fault.`,
  'indexing-stopped': ({ reason }) =>
    `A thread that indexes has stopped (${reason}); the index before is as it was. See that there is memory enough, then run zhibi index again.`,
  'drafter-stopped': ({ reason }) =>
    `What looks through the speeches has stopped (${reason}). Try again in a minute; if that does not help, restart it.`,
  'query-empty': () => 'There is nothing to look for. Type words of your topic, for example: 引才 留才.',
  'query-too-long': ({ length, limit }) =>
    `That is ${length} characters; the limit is ${limit}. Shorten it and try again.`,
  'pattern-invalid': ({ what, position }) => `The pattern is wrong at character ${position}: ${PATTERN_FAULTS[what]}`,
  'passage-unknown': ({ passage }) =>
    `There is no passage ${passage}. Its speech may have changed or gone: search again.`,
  'set-invalid': ({ file, line, reason }) => `Judged set ${file} is wrong in line ${line}: ${reason}`,
  'access-invalid': ({ file, line, what, reason }) =>
    `access file ${file} line ${line} (${reason}): ${ACCESS_FAULTS[what]}`,
  'config-invalid': ({ key, reason }) => `Setting ${key} is wrong: ${reason}`,
};
