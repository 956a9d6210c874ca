import CorpusStore
import TextModel

/// A small invented corpus: the town of Lindenau quarrels about a tram line.
enum SampleCorpus {
  static let store: MemoryStore = {
    let articles = [tram, answer, council, ministry, letter, ticker, undated, photo]
    return MemoryStore(
      articles: articles,
      diagnostics: [
        Diagnostic(
          .failure, path: "bild.txt", message: "It holds a NUL byte at 12, so it is no text."),
        Diagnostic(.warning, path: "alt.txt", message: "It was read as Windows-1252."),
      ],
      concepts: [
        Concept(id: ConceptID("tram"), labelGerman: "Straßenbahn", labelEnglish: "tram"),
        Concept(id: ConceptID("vote"), labelGerman: "Bürgerentscheid", labelEnglish: "vote"),
        Concept(id: ConceptID("tolls"), labelGerman: "Maut", labelEnglish: "tolls"),
      ],
      relations: { relations[$0] ?? [] })
  }()

  static let huber = NewsActor(id: ActorID("maria-huber"), name: "Maria Huber", kind: .person)
  static let krause = NewsActor(id: ActorID("jens-krause"), name: "Jens Krause", kind: .person)
  static let ministryActor = NewsActor(
    id: ActorID("mainz"), name: "Mainz", kind: .governmentMetonym,
    metonymOf: ActorID("rheinland-pfalz"))

  static let tram = article(
    "2023/tram", "2023-03-31",
    "Lindenau\nHuber wirbt für die Straßenbahn\nStand: 31.03.2023 13:46 Uhr\n\nBürgermeisterin Maria Huber hat sich hinter die neue Linie gestellt. Die Wirtschaft zögert.\n\n„Die Bahn kommt, und sie kommt bald“, sagte Huber am Freitag. Der Bau werde keinen Baum kosten, versicherte sie.\n\nZweifel am Markt\n\nDer Händler Jens Krause lehnte den Plan ab. „Wer zahlt das am Ende?“, fragte Krause. Eine Maut für Lieferwagen sei mit ihm nicht zu machen.",
    kicker: "Lindenau", title: "Huber wirbt für die Straßenbahn", standfirst: 1,
    dateLine: "Stand: 31.03.2023 13:46 Uhr", subheading: "Zweifel am Markt",
    actors: [huber, krause],
    [
      .init(
        "Die Bahn kommt, und sie kommt bald", .direct, "Huber", "sagte", [huber],
        ["tram": .support], act: .promise),
      .init(
        "Der Bau werde keinen Baum kosten", .indirect, "sie", "versicherte", [huber],
        ["tram": .support]),
      .init(
        "den Plan", .reported, "Der Händler Jens Krause", "lehnte", [krause], ["tram": .oppose],
        act: .reject),
      .init("Wer zahlt das am Ende?", .direct, "Krause", "fragte", [krause], [:], act: .ask),
      .init(
        "Eine Maut für Lieferwagen sei mit ihm nicht zu machen.", .indirectFreeIndirect, nil, nil,
        [krause], ["tolls": .oppose]),
    ])

  static let answer = article(
    "2023/antwort", "2023-04",
    "Krause antwortet der Bürgermeisterin\n\nJens Krause hat der Bürgermeisterin widersprochen. „Diese Bahn braucht niemand“, sagte er. Nötig sei ein Bürgerentscheid.",
    title: "Krause antwortet der Bürgermeisterin", actors: [krause, huber],
    [
      .init("Diese Bahn braucht niemand", .direct, "er", "sagte", [krause], ["tram": .oppose]),
      .init(
        "Nötig sei ein Bürgerentscheid", .indirectFreeIndirect, nil, nil, [krause],
        ["vote": .support], act: .demand),
    ])

  static let council = article(
    "2022/rat", "2022-11-24",
    "Rat vertagt die Straßenbahn\n\nLindenau - Der Stadtrat hat die Entscheidung verschoben. „Wir brauchen Zahlen“, hieß es aus der Sitzung.",
    title: "Rat vertagt die Straßenbahn", actors: [],
    [.init("Wir brauchen Zahlen", .direct, nil, "hieß es", [], [:])])

  static let ministry = article(
    "2023/ministerium", "2023/..",
    "Mainz sagt Geld zu\n\nMainz will die Bahn fördern. Man sehe den Nutzen für die Region, teilte Mainz mit.",
    title: "Mainz sagt Geld zu", actors: [ministryActor], basis: .inferred,
    [
      .init(
        "Man sehe den Nutzen für die Region", .indirect, "Mainz", "teilte Mainz mit",
        [ministryActor], ["tram": .support])
    ])

  static let letter = article(
    "2023/brief", "2023",
    "Ein Brief an den Rat\n\nHuber erinnerte an ihr Wort: Die Bürger müssten entscheiden.",
    title: "Ein Brief an den Rat", actors: [huber], basis: .inferred,
    [
      .init(
        "Die Bürger müssten entscheiden", .indirect, "Huber", "erinnerte", [huber],
        ["vote": .support])
    ])

  static let ticker = article(
    "2025/ticker", "2025-12-01/2025-12-07",
    "Die Bahn fährt\n\nDie erste Bahn ist gefahren. Huber nannte den Tag „ein Fest für alle“.",
    title: "Die Bahn fährt", actors: [huber],
    [
      .init(
        "ein Fest für alle", .direct, "Huber", "nannte", [huber], ["tram": .support], act: .praise)
    ])

  static let undated = article(
    "ohne-datum", nil,
    "Die Stadt schweigt zur Maut. Krause sprach von einem „schlechten Witz“.", actors: [krause],
    [.init("schlechten Witz", .direct, "Krause", "sprach", [krause], ["tolls": .oppose])])

  static let photo = article("bildtext", nil, "Ein Bild ohne Worte.", actors: [], [])

  /// Links from the first tram statement to others.
  static let relations: [StatementID: [StatementRelation]] = {
    let from = StatementID(document: "2023/tram", ordinal: 1)
    let list = [
      StatementRelation(
        from: from, to: StatementID(document: "2023/antwort", ordinal: 1),
        kinds: [.respondsTo, .opposing, .sameConcept], concept: ConceptID("tram"), score: 0.9,
        reason: "Krause answers Huber on Straßenbahn"),
      StatementRelation(
        from: from, to: StatementID(document: "2025/ticker", ordinal: 1),
        kinds: [.sameActor, .sameConcept], concept: ConceptID("tram"), score: 0.6,
        reason: "Huber again on Straßenbahn"),
      StatementRelation(
        from: from, to: StatementID(document: "2023/tram", ordinal: 3), kinds: [.opposing],
        concept: ConceptID("tram"), score: 0.5, reason: "Krause rejects what Huber promises"),
    ]
    return [from: list]
  }()

  struct Said {
    var quote: String
    var type: ReportedSpeech
    var speaker: String?
    var cue: String?
    var actors: [NewsActor]
    var stances: [String: Polarity]
    var act: SpeechAct

    init(
      _ quote: String, _ type: ReportedSpeech, _ speaker: String?, _ cue: String?,
      _ actors: [NewsActor], _ stances: [String: Polarity], act: SpeechAct = .assert
    ) {
      self.quote = quote
      self.type = type
      self.speaker = speaker
      self.cue = cue
      self.actors = actors
      self.stances = stances
      self.act = act
    }
  }

  /// Makes an article; spans are found by their words, those of a statement near its quote.
  static func article(
    _ document: String, _ edtf: String?, _ words: String, kicker: String? = nil,
    title: String? = nil, standfirst: Int? = nil, dateLine: String? = nil,
    subheading: String? = nil, actors: [NewsActor], basis: ArticleDate.Basis = .explicit,
    _ said: [Said]
  ) -> AnalysedArticle {
    let text = SourceText(words)
    var anatomy = ArticleAnatomy()
    anatomy.kicker = kicker.flatMap { find($0, in: text) }
    anatomy.title = title.flatMap { find($0, in: text) }
    anatomy.subheadings = [subheading.flatMap { find($0, in: text) }].compactMap { $0 }
    if let span = dateLine.flatMap({ find($0, in: text) }) {
      anatomy.nonProse = [NonProse(kind: .dateLine, span: span)]
    }
    var begin = 0
    var bodies = 0
    for line in words.split(separator: "\n", omittingEmptySubsequences: false) {
      let span = TextSpan(begin, begin + line.utf8.count)
      begin = span.end + 1
      let fixed = [anatomy.kicker, anatomy.title, anatomy.nonProse.first?.span].compactMap { $0 }
      if span.isEmpty || (fixed.contains { $0 == span } && anatomy.title != span) { continue }
      if span == anatomy.title {
        anatomy.blocks.append(TextBlock(zone: .headline, span: span))
      } else if anatomy.subheadings.contains(span) {
        anatomy.blocks.append(TextBlock(zone: .subheading, span: span))
      } else {
        bodies += 1
        let zone: Zone = bodies == standfirst ? .standfirst : .body
        if zone == .standfirst { anatomy.standfirst = [span] }
        anatomy.blocks.append(TextBlock(zone: zone, span: span))
      }
    }
    let date = ArticleDate(
      edtf: edtf.flatMap { EDTF($0) }, basis: basis,
      evidence: anatomy.nonProse.map(\.span),
      reason: edtf == nil ? "The text names no date." : "Said by the line above the text.")
    let statements = said.enumerated().map { index, said in
      statement(said, ordinal: index + 1, in: text)
    }
    return AnalysedArticle(
      article: Article(
        document: document, path: document + ".txt", text: text, anatomy: anatomy, date: date),
      actors: actors, statements: statements)
  }

  private static func statement(_ said: Said, ordinal: Int, in text: SourceText) -> Statement {
    let quote = find(said.quote, in: text) ?? TextSpan(0, 0)
    let cue = said.cue.flatMap { find($0, in: text, near: quote) }
    let speaker = said.speaker.flatMap { find($0, in: text, near: quote) }
    var statement = Statement(
      ordinal: ordinal, zone: .body, type: said.type, medium: .speech, quote: [quote],
      speaker: [speaker].compactMap { $0 }, cue: [cue].compactMap { $0 },
      frame: [[cue, speaker].compactMap { $0 }.hull].compactMap { $0 }, rule: "sample.rule",
      confidence: 0.9)
    statement.actors = said.actors.map(\.id)
    statement.act = said.act
    statement.stances = said.stances.sorted { $0.key < $1.key }.map {
      Stance(concept: ConceptID($0.key), polarity: $0.value, confidence: 0.7, evidence: [quote])
    }
    statement.polarity = statement.stances.first?.polarity ?? .neutral
    return statement
  }

  /// The occurrence of some words that is nearest to a span; the first without one.
  private static func find(_ words: String, in text: SourceText, near: TextSpan? = nil) -> TextSpan?
  {
    let needle = Array(words.utf8)
    guard text.count >= needle.count else { return nil }
    var best: TextSpan?
    for begin in 0...(text.count - needle.count)
    where Array(text.utf8[begin..<begin + needle.count]) == needle {
      let span = TextSpan(begin, begin + needle.count)
      guard let near else { return span }
      if near.overlaps(span) { continue }
      if best.map({ abs($0.begin - near.end) > abs(begin - near.end) }) ?? true { best = span }
    }
    return best
  }
}
