import TextModel

/// What the index keeps of one analysed article: made by the workers, stored by the writer.
struct IndexEntry: Sendable {
  var document: String
  var path: String
  /// The headline on one line, else the first words of the text.
  var title: String
  var hasTitle: Bool
  var edtf: String?
  var days: ClosedRange<Int>?
  /// A date that came with the article from elsewhere.
  var givenDate: String?
  /// `searchableText` of the headline and of the whole text.
  var titleWords: String
  var textWords: String
  /// Each different word of the text that may be part of a compound or one.
  var terms: [Term]
  /// Without their mentions.
  var actors: [NewsActor]
  var statements: [Row]

  /// Words of the headline and of the text.
  var wordCount: Int { Self.wordCount(titleWords, textWords) }

  static func wordCount(_ titleWords: String, _ textWords: String) -> Int {
    [titleWords, textWords].reduce(0) { sum, words in
      words.isEmpty ? sum : sum + 1 + words.utf8.count { $0 == 0x20 }
    }
  }

  /// A word as bytes of `textWords`.
  struct Term: Sendable {
    var hash: UInt64
    var begin: Int32
    var end: Int32
  }

  struct Row: Sendable {
    var ordinal: Int
    var type: ReportedSpeech
    var polarity: Polarity
    var actors: [ActorID]
    var stances: [ConceptStance]
    var act: SpeechAct
    var zone: Zone
    var parent: Int?
    var answers: Bool
    var relays: Bool
    var edtf: String?
    var speaker: String?
    var text: String
    var onBehalfOf: ActorID?
    var via: [ActorID]
    var camp: [ActorID]
    var named: [ActorID]
    /// The smallest few hashes of its wording, as words of the full-text index.
    var wording: String
  }

  struct ConceptStance: Hashable, Sendable {
    var concept: ConceptID
    var polarity: Polarity
  }
}
