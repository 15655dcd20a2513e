/** What a key of a form takes. The JSON Schema and the reference page describe each of them once. */
export type KeyType =
  | 'version'
  | 'release'
  | 'text'
  | 'name'
  | 'boolean'
  | 'number'
  | 'path'
  | 'pattern'
  | 'patterns'
  | 'names'
  | 'texts'
  | 'format'
  | 'value'
  | 'values'
  | 'constant'
  | 'attributes'
  | 'condition'
  | 'conditions'
  | 'scalars'
  | 'cases'
  | 'lookup'
  | 'parts'
  | 'lookups'
  | 'fragments'
  | 'rules'
  | 'part'
  | 'required'
  | 'events'
  | 'test'
  | 'otherwise'
  | 'include';

export interface KeyDefinition {
  readonly type: KeyType;
  readonly says: string;
  readonly isRequired?: boolean;
}

/** A map of the language with keys of its own. */
export interface FormDefinition {
  readonly title: string;
  readonly says: string;
  readonly keys: Readonly<Record<string, KeyDefinition>>;
}

export type FormName =
  | 'document'
  | 'shared'
  | 'part'
  | 'key_value'
  | 'csv'
  | 'pairs'
  | 'rule'
  | 'event'
  | 'value'
  | 'loop'
  | 'case'
  | 'test'
  | 'combination';

/** The formats of records and parts. */
export const formats: Readonly<Record<string, string>> = {
  json: 'A JSON value. Fields are those of the object.',
  text: 'A line of text. `$` is the line; `parse` takes it apart.',
  key_value: '`name=value name="a value"`.',
  csv: 'Values of a line in the order of `columns`.',
  cef: 'ArcSight CEF: `device_vendor`, `device_product`, `device_version`, `signature_id`, `name`, `severity`, `extension`.',
  leef: 'QRadar LEEF 1.0 and 2.0: `device_vendor`, `device_product`, `device_version`, `event_id`, `extension`.',
  xml: 'An XML document: children by name, attributes as `@name`, text beside them as `#text`.',
  url: 'A URL: `scheme`, `user`, `hostname`, `port`, `path`, `query`, `fragment`.',
  user_agent: 'A user agent: `name`, `version`, `platform`, `products`.',
  pairs:
    'A list of objects with a name and a value each, such as the tags of a cloud or `EventData` of Windows: fields by name.',
};

/** Formats that the records of a stream can have; `url`, `user_agent` and `pairs` are for parts only. */
export const recordFormats: readonly string[] = ['json', 'text', 'key_value', 'csv', 'cef', 'leef', 'xml'];

/** Every form of the language. The reader of documents, the JSON Schema and the reference page are made from it. */
export const forms: Readonly<Record<FormName, FormDefinition>> = {
  document: {
    title: 'Document',
    says: 'A mapping takes the records of one stream. Its rules are tried in order; the first that applies makes the event.',
    keys: {
      version: { type: 'version', says: 'Version of the language: 1.', isRequired: true },
      description: { type: 'text', says: 'For people.' },
      ocsf: { type: 'release', says: 'OCSF release that the mapping is written for, for example 1.3.0.' },
      format: { type: 'format', says: 'Format of the records.', isRequired: true },
      profiles: { type: 'names', says: 'OCSF profiles that are on. Each class takes those that it has.' },
      null_values: {
        type: 'texts',
        says: "Texts that mean that there is no value, such as '-'. Empty text always does.",
      },
      import: {
        type: 'texts',
        says: 'Files with `lookups` and `fragments` to share, beside this one: `./shared.yaml`. They hold nothing else.',
      },
      raw_data: {
        type: 'boolean',
        says: 'Whether a line of text is kept in raw_data where no attribute takes it whole. Default true for format text, where patterns leave out what stands between their groups.',
      },
      parse: { type: 'parts', says: 'Parts of a record that are taken apart, by name.' },
      lookups: { type: 'lookups', says: 'Lookup tables by name.' },
      fragments: { type: 'fragments', says: 'Attribute maps by name, for `include`.' },
      rules: { type: 'rules', says: 'The rules, most specific first.', isRequired: true },
      otherwise: {
        type: 'otherwise',
        says: 'What becomes of a record that no rule applies to: `reject` (default: it is kept as a dead letter) or `skip`.',
      },
    },
  },
  shared: {
    title: 'Shared file',
    says: 'What a document imports. It is read as if it stood in the document; what of it nobody uses does no harm.',
    keys: {
      description: { type: 'text', says: 'For people.' },
      lookups: { type: 'lookups', says: 'Lookup tables by name.' },
      fragments: { type: 'fragments', says: 'Attribute maps by name, for `include`.' },
    },
  },
  part: {
    title: 'Part',
    says: 'Takes a text apart. Its fields are `$name.field`; `$name` alone says whether it matched. Fields that no attribute takes go to `unmapped.name`.',
    keys: {
      from: { type: 'path', says: 'The text. Default `$`, the record. An earlier part can be named: `$line.message`.' },
      pattern: {
        type: 'patterns',
        says: 'A regular expression that the whole text has to match, or several that are tried in order. Its named groups are the fields.',
      },
      format: { type: 'format', says: 'The format of the text, instead of a pattern.' },
    },
  },
  key_value: {
    title: 'Options of key_value',
    says: '`format: { key_value: { … } }`',
    keys: {
      separator: { type: 'text', says: 'The character between two fields. Default a blank.' },
      assign: { type: 'text', says: 'The character between name and value. Default `=`.' },
    },
  },
  csv: {
    title: 'Options of csv',
    says: '`format: { csv: { … } }`',
    keys: {
      columns: { type: 'texts', says: 'Names of the values, in order.', isRequired: true },
      separator: { type: 'text', says: 'The character between two values. Default a comma.' },
    },
  },
  pairs: {
    title: 'Options of pairs',
    says: '`format: { pairs: { … } }`',
    keys: {
      name: { type: 'text', says: 'Where the name stands in each object. Default `name`.' },
      value: { type: 'text', says: 'Where the value stands. Default `value`.' },
    },
  },
  rule: {
    title: 'Rule',
    says: 'Says which records it is for, and what becomes of them: an event of a class, several events, a skip, a rejection, or what further rules say. Hundreds of rules that ask one field for a constant are as fast as a few.',
    keys: {
      name: { type: 'text', says: 'For people and for explanations.' },
      when: { type: 'condition', says: 'When the rule applies. Without it, always.' },
      match: {
        type: 'part',
        says: 'A part of this rule alone: the rule applies where it matches too. Its fields are `$match.field`, in `when` and in the rules within as well.',
      },
      rules: {
        type: 'rules',
        says: 'Further rules for these records. Where none of them applies, the next rule is tried.',
      },
      each: {
        type: 'path',
        says: 'One event for each item of this list; `@` is the item. Without an item the rule does not apply.',
      },
      class: { type: 'name', says: 'OCSF class of the event, by name.' },
      map: { type: 'attributes', says: 'The attributes of the event.' },
      events: { type: 'events', says: 'Instead of a class: several events of one record.' },
      skip: {
        type: 'name',
        says: 'Instead of a class: the records are of no interest, for this reason (a metric label).',
      },
      reject: { type: 'name', says: 'Instead of a class: the records are kept as dead letters, for this reason.' },
    },
  },
  event: {
    title: 'Event',
    says: 'One of the events of a rule. The first is always made, and has what no attribute of any took.',
    keys: {
      name: { type: 'text', says: 'For people.' },
      when: { type: 'condition', says: 'When there is this event. Not for the first.' },
      each: { type: 'path', says: 'One event for each item of this list; `@` is the item. Not for the first.' },
      class: { type: 'name', says: 'OCSF class of the event, by name.', isRequired: true },
      map: { type: 'attributes', says: 'The attributes of the event.', isRequired: true },
    },
  },
  value: {
    title: 'Value',
    says: 'Where an attribute comes from, where a path, a constant or a template does not say it. It has one source (`from`, `const`, `first`, `cases`, `sum` or `call`); the rest is applied in the order of this table.',
    keys: {
      from: { type: 'text', says: 'Source: a path, or a template.' },
      const: { type: 'constant', says: 'Source: a constant, for texts that would be read as a path or template.' },
      first: { type: 'values', says: 'Source: the first of these values that is there and fits.' },
      cases: { type: 'cases', says: 'Source: the value of the first case whose condition holds.' },
      sum: { type: 'values', says: 'Source: the sum of those of these numbers that are there.' },
      call: { type: 'name', says: 'Source: the result of a function that a plugin adds.' },
      args: { type: 'values', says: 'Arguments of `call`.' },
      null_values: { type: 'texts', says: 'Texts that mean here, too, that there is no value.' },
      trim: { type: 'boolean', says: 'Without blanks around it.' },
      lower: { type: 'boolean', says: 'In lower case.' },
      upper: { type: 'boolean', says: 'In upper case.' },
      after_last: {
        type: 'texts',
        says: "What follows the last of these: `['/', '\\']` gives the name of a file. The whole text where none of them is in it.",
      },
      before_last: { type: 'texts', says: 'What precedes the last of these; nothing where none of them is in it.' },
      pattern: { type: 'pattern', says: 'The group `value` of a regular expression that matches the whole text.' },
      lookup: { type: 'lookup', says: 'What a table says for the text: its name, or the table itself.' },
      time: {
        type: 'texts',
        says: 'How a time is written: iso, unix, unix_ms, unix_us, unix_ns, unix_any (which of them the size tells) or a format such as `%d/%b/%Y:%H:%M:%S %z`; or several, tried in order.',
      },
      zone: { type: 'text', says: 'Time zone of times without offset: UTC, `+02:00` or Europe/Berlin.' },
      multiply: { type: 'number', says: 'A number times this one (1000 makes milliseconds of seconds).' },
      split: { type: 'text', says: 'A list of the pieces between this text.' },
      join: { type: 'text', says: 'A text of the items of a list, with this text between them.' },
      to_json: { type: 'boolean', says: 'The value as JSON text.' },
      default: { type: 'value', says: 'The value to take where there is none.' },
      required: {
        type: 'required',
        says: 'Rejects the record where there is no value; `next`: the rule does not apply then, and the next one is tried.',
      },
    },
  },
  loop: {
    title: 'Loop',
    says: 'Makes a list from a list. `@` is the item: `@.name`.',
    keys: {
      each: { type: 'path', says: 'The list in the record. A single value counts as a list of one.', isRequired: true },
      map: { type: 'attributes', says: 'Attributes of each object of the list.' },
      value: { type: 'value', says: 'Each value of the list, where it is no list of objects.' },
      required: { type: 'required', says: 'What becomes of a record that gives no item, as for a value.' },
    },
  },
  case: {
    title: 'Case',
    says: 'One case of `cases`.',
    keys: {
      when: { type: 'condition', says: 'When it is this case. The last one needs no condition.' },
      value: { type: 'value', says: 'The value then.', isRequired: true },
    },
  },
  test: {
    title: 'Test',
    says: 'What is asked of a field in a condition, where a constant (equal) or a list (one of these) does not say it. All that stands here has to hold.',
    keys: {
      exists: { type: 'boolean', says: 'Whether there is a value.' },
      not: { type: 'scalars', says: 'None of these constants. A missing field passes.' },
      contains: { type: 'texts', says: 'The text contains one of these.' },
      starts_with: { type: 'texts', says: 'The text starts with one of these.' },
      ends_with: { type: 'texts', says: 'The text ends with one of these.' },
      matches: { type: 'pattern', says: 'The whole text matches the regular expression.' },
      some: { type: 'test', says: 'An item of the list passes this test (a constant, a list or a test).' },
      gt: { type: 'number', says: 'A number greater than this.' },
      gte: { type: 'number', says: 'A number at least this.' },
      lt: { type: 'number', says: 'A number less than this.' },
      lte: { type: 'number', says: 'A number at most this.' },
    },
  },
  combination: {
    title: 'Condition',
    says: 'A map of paths and what is asked of them, all of which has to hold; a path alone asks whether there is a value. These keys combine conditions.',
    keys: {
      all: { type: 'conditions', says: 'All of these hold.' },
      any: { type: 'conditions', says: 'At least one of these holds.' },
      not: { type: 'condition', says: 'This does not hold.' },
    },
  },
};
