import GRDB

/// The tables of an index file, version `IndexSchema.version`.
///
/// An index is a cache of what the analysis read from an archive: it may be deleted at any time, and a file of
/// another version is made anew, never migrated.
///
/// **Numbers.** `ArticleNumber` packs an article's rank in time and a serial, so that larger numbers are newer:
/// `SELECT … ORDER BY rowid DESC LIMIT 50` over `words` streams the newest hits. `StatementNumber` packs its
/// article's number and its ordinal: all statements of one article are one range, and every posting table is
/// ordered in time. Numbers are never used twice. Where `days.disordered` is 0, articles of one rank stand in
/// the list's order too (serials fall as document names rise); else one has to sort them by document.
///
/// **Order of the list**: `rank DESC, document`, by the index `article_order`. Articles without a date have
/// rank 0; an open end is `DayRange.openEnd`.
///
/// **Codes.** `type`, `polarity`, `act`, `zone`, `kind`, `severity` are places in the enumeration's `allCases`
/// (`IndexCodes`). Actors and concepts are small numbers, rows of `actor` and `concept`; actor 0 is the unknown
/// speaker. Lists of numbers are packed as 32-bit little-endian blobs (`PackedNumbers`).
///
/// | table | what it holds |
/// |---|---|
/// | `meta` | key and value: what made the index (`IndexMeta`) |
/// | `root`, `file` | the files of the archive as they were when read; `article` is null for one that could not be read |
/// | `article` | one row an article; its text is read from `file`, or from `stored_text` when `file` is null |
/// | `facts` | what filters and counts ask of all statements, packed by article (`PackedFacts`): the columns of a store are read from here |
/// | `statement` | what lists and relations ask of one statement |
/// | `statement_text` | what lists show of it: the words for an unknown speaker, the quote on one line |
/// | `speaker` | actor → statements (0 for unknown) |
/// | `stance` | concept and polarity → statements |
/// | `position` | actor and concept → statements with the polarity |
/// | `wordings` | full-text index, contentless: the smallest few hashes of each quote's runs of three words (`RelationKeys`); its row numbers are those of `statement` |
/// | `words` | full-text index, contentless: `searchableText` of the title, and of the whole text (title included). A row whose article is gone stays until the next compaction: join with `article` |
/// | `term`, `compound` | every word of the archive of four letters or more; part → compounds made of the archive's words |
/// | `actor`, `concept` | names; `aliases` separated by `;` |
/// | `naming` | by how many articles an actor that no list knows is called what; `article.namings` names the rows |
/// | `problem` | diagnostics, in input order: by `root`, `path`, `ordinal` |
/// | `days` | the next serial of each rank (`disordered`: see above) |
public enum IndexSchema {
  /// `PRAGMA user_version`; to be raised with every change of the tables or of what is written into them, which of an
  /// article's texts are indexed (`EntryMaker.words(of:)`) among it. What is read from an article and which words a text
  /// has are told by numbers of their own (`AnalysisFingerprint`, `WordRules`).
  public static let version = 3
  /// `PRAGMA application_id`, "SPkt": what tells an index from somebody's other database.
  public static let applicationID: Int32 = 0x5350_6B74

  static let tables = """
    CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;

    -- Folders, absolute and closed by a slash, numbered in input order; paths are bytes, not text.
    CREATE TABLE root (id INTEGER PRIMARY KEY, path BLOB NOT NULL UNIQUE);
    CREATE TABLE file (
      id INTEGER PRIMARY KEY,
      root INTEGER NOT NULL,
      path BLOB NOT NULL,           -- below the root
      size INTEGER NOT NULL,        -- bytes
      modified INTEGER NOT NULL,    -- nanoseconds since 1970; -1: look at it again next time
      hash INTEGER NOT NULL,        -- of the bytes
      analysis INTEGER NOT NULL,    -- fingerprint of the rules and data that read it; 0: its words are missing
      article INTEGER               -- null: could not be read
    );
    CREATE UNIQUE INDEX file_path ON file (path, root);
    CREATE INDEX file_hash ON file (hash);

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,       -- ArticleNumber
      rank INTEGER NOT NULL,        -- of id: 0 undated, then by the last day
      document TEXT NOT NULL,
      path TEXT NOT NULL,           -- as in the JSON contract
      file INTEGER,                 -- null: its text is in stored_text
      title TEXT NOT NULL,          -- the headline, else the first words
      has_title INTEGER NOT NULL,
      edtf TEXT,                    -- null: unknown
      first_day INTEGER,            -- day numbers; open ends are DayRange.openBegin and openEnd
      last_day INTEGER,
      given_date TEXT,              -- a date that came with the article from elsewhere (JSON lines)
      statements INTEGER NOT NULL,
      length INTEGER NOT NULL,      -- words of the headline and of the text
      namings BLOB NOT NULL         -- packed numbers of `naming`
    );
    CREATE INDEX article_order ON article (rank DESC, document, first_day, last_day, statements);
    CREATE INDEX article_document ON article (document);
    CREATE TABLE stored_text (article INTEGER PRIMARY KEY, text TEXT NOT NULL);

    CREATE TABLE facts (article INTEGER PRIMARY KEY, statements BLOB NOT NULL);
    CREATE TABLE statement (
      id INTEGER PRIMARY KEY,       -- StatementNumber
      type INTEGER NOT NULL,
      polarity INTEGER NOT NULL,
      actors BLOB NOT NULL,         -- packed actor numbers; empty: unknown speaker
      stances BLOB NOT NULL,        -- packed concept << 2 | polarity
      act INTEGER NOT NULL,
      zone INTEGER NOT NULL,
      parent INTEGER,               -- ordinal of the statement it is nested in
      answers INTEGER NOT NULL,     -- RelationItem.answers: 1, relays: 2
      edtf TEXT                     -- its own date; null when it is the article's
    );
    CREATE TABLE statement_text (
      id INTEGER PRIMARY KEY,
      speaker TEXT,                 -- the words for an unknown speaker; null when it names nobody
      text TEXT NOT NULL,           -- the whole quote on one line
      behalf INTEGER,               -- actor whose position it is
      via BLOB NOT NULL,            -- packed actor numbers, as the next two
      camp BLOB NOT NULL,           -- RelationItem.camp
      named BLOB NOT NULL           -- RelationItem.named
    );
    CREATE TABLE speaker (
      actor INTEGER NOT NULL, statement INTEGER NOT NULL, PRIMARY KEY (actor, statement)
    ) WITHOUT ROWID;
    CREATE TABLE stance (
      concept INTEGER NOT NULL, polarity INTEGER NOT NULL, statement INTEGER NOT NULL,
      PRIMARY KEY (concept, polarity, statement)
    ) WITHOUT ROWID;
    CREATE TABLE position (
      actor INTEGER NOT NULL, concept INTEGER NOT NULL, statement INTEGER NOT NULL,
      polarity INTEGER NOT NULL, PRIMARY KEY (actor, concept, statement, polarity)
    ) WITHOUT ROWID;
    CREATE VIRTUAL TABLE words USING fts5(title, text, content='', tokenize='ascii');
    CREATE VIRTUAL TABLE wordings USING fts5(
      hashes, content='', detail=none, columnsize=0, tokenize='ascii');
    CREATE TABLE term (term TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE compound (
      part TEXT NOT NULL, term TEXT NOT NULL, PRIMARY KEY (part, term)
    ) WITHOUT ROWID;

    CREATE TABLE actor (
      id INTEGER PRIMARY KEY,       -- from 1
      name_id TEXT NOT NULL UNIQUE, -- ActorID
      name TEXT NOT NULL,
      kind INTEGER NOT NULL,
      country TEXT,
      metonym_of TEXT,              -- ActorID
      aliases TEXT NOT NULL
    );
    CREATE TABLE naming (
      id INTEGER PRIMARY KEY,
      actor INTEGER NOT NULL,
      name TEXT NOT NULL,
      kind INTEGER NOT NULL,
      metonym_of TEXT NOT NULL,     -- ActorID; empty for none
      articles INTEGER NOT NULL
    );
    CREATE UNIQUE INDEX naming_words ON naming (actor, name, kind, metonym_of);
    CREATE TABLE concept (
      id INTEGER PRIMARY KEY,       -- from 1
      name_id TEXT NOT NULL UNIQUE, -- ConceptID
      label_german TEXT NOT NULL,
      label_english TEXT NOT NULL,
      place INTEGER                 -- in the codebook; null when only a stance names it
    );
    CREATE TABLE problem (
      root INTEGER NOT NULL,        -- 0: of the walk itself or of the data files
      path BLOB NOT NULL,           -- as file.path
      ordinal INTEGER NOT NULL,
      severity INTEGER NOT NULL,
      shown_path TEXT NOT NULL,
      message TEXT NOT NULL,
      PRIMARY KEY (root, path, ordinal)
    ) WITHOUT ROWID;
    CREATE TABLE days (
      rank INTEGER PRIMARY KEY, next_serial INTEGER NOT NULL, last_document TEXT NOT NULL,
      disordered INTEGER NOT NULL
    );
    """

  /// Makes the tables in an empty file.
  static func create(_ db: Database) throws {
    try db.execute(sql: tables)
    // The one setting of FTS5 that matters: how much is gathered in memory before it is written.
    for table in ["words", "wordings"] {
      try db.execute(
        sql: "INSERT INTO \(table) (\(table), rank) VALUES ('hashsize', \(64 << 20))")
    }
    try db.execute(sql: "PRAGMA application_id = \(applicationID)")
    try db.execute(sql: "PRAGMA user_version = \(version)")
  }
}
