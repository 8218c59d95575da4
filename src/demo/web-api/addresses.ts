/** A host that no name server knows (RFC 2606): what is not caught on the way reaches nobody. */
export const SLACK = 'https://slack.invalid';

export const API = '/api/';
export const FILES = '/files-pri/';
export const RESPONSES = '/responses/';
