/// What a token is, told from its bytes alone.
public enum TokenKind: UInt8, Sendable {
  case word
  /// Digits with their separators: "24", "35.000", "13:46".
  case number
  case comma, period, colon, semicolon, question, exclamation, ellipsis
  /// A dash between blanks, or any – or —.
  case dash
  case slash
  case openBracket, closeBracket
  /// A mark that may open or close a quotation: „ “ ” " » « and two apostrophes.
  case doubleQuote
  /// The same, inner kind: ‚ ‘ ’ ' › ‹. Apostrophes inside a word are part of the word.
  case singleQuote
  /// Anything else: %, €, ©, *, emoji.
  case symbol

  /// Whether it may end a sentence.
  public var isTerminator: Bool {
    switch self {
    case .period, .question, .exclamation, .ellipsis: true
    default: false
    }
  }

  public var isQuote: Bool { self == .doubleQuote || self == .singleQuote }
}

/// What the bytes of a token and its surroundings show.
public struct TokenFlags: OptionSet, Sendable {
  public let rawValue: UInt16
  public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its first letter is upper case.
  public static let capitalised = TokenFlags(rawValue: 1 << 0)
  /// It has at least two letters, and all of them are upper case.
  public static let allCapitals = TokenFlags(rawValue: 1 << 1)
  public static let hasDigit = TokenFlags(rawValue: 1 << 2)
  /// A hyphen stands inside or at its end.
  public static let hyphenated = TokenFlags(rawValue: 1 << 3)
  /// White space, or the beginning of a block, stands before it.
  public static let spaceBefore = TokenFlags(rawValue: 1 << 4)
  /// White space, or the end of a block, stands behind it.
  public static let spaceAfter = TokenFlags(rawValue: 1 << 5)
  public static let firstOfBlock = TokenFlags(rawValue: 1 << 6)
  public static let firstOfSentence = TokenFlags(rawValue: 1 << 7)
  /// A full stop that belongs to the word before it: an abbreviation, an ordinal, an initial.
  public static let abbreviates = TokenFlags(rawValue: 1 << 8)
  /// It holds a full stop: "F.A.Z", "z.B".
  public static let dotted = TokenFlags(rawValue: 1 << 9)
}
