import GermanLanguage

/// A stretch of a sentence between commas, colons, semicolons and dashes.
struct Segment {
  /// How a segment opens, which tells what kind of clause it is.
  enum Opener {
    /// A main clause, or words without a verb.
    case main
    case dass, ob, interrogative, wie
    /// der, die, das, welcher … with the verb at the end.
    case relative
    /// weil, wenn, nachdem, um … zu
    case adverbial
    /// An infinitive with "zu" and no finite verb.
    case infinitive
  }

  /// Tokens, without the delimiters around them.
  var begin: Int
  var end: Int
  /// What stands before; nil at the sentence's begin.
  var before: TokenKind?
  var opener: Opener = .main
  /// The finite verb that heads the clause; -1 for none.
  var finite: Int = -1
  /// Whether some finite verb of it is in Konjunktiv I or II.
  var konjunktiv1 = false
  var konjunktiv2 = false

  var range: Range<Int> { begin..<end }
  var isKonjunktiv: Bool { konjunktiv1 || konjunktiv2 }
  var hasFinite: Bool { finite >= 0 }
  var isSubordinate: Bool { opener != .main && opener != .infinitive }
}
