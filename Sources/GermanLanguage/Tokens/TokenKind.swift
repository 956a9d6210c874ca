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
  @inlinable public var isTerminator: Bool {
    switch self {
    case .period, .question, .exclamation, .ellipsis: true
    default: false
    }
  }

  /// Whether it may open or close a quotation.
  @inlinable public var isQuote: Bool { self == .doubleQuote || self == .singleQuote }
}

/// What the bytes of a token and its surroundings show.
public struct TokenFlags: OptionSet, Sendable {
  /// The flags as bits.
  public let rawValue: UInt16
  /// Flags from their bits.
  @inlinable public init(rawValue: UInt16) { self.rawValue = rawValue }

  /// Its first letter is upper case.
  @inlinable public static var capitalised: TokenFlags { TokenFlags(rawValue: 1 << 0) }
  /// It has at least two letters, and all of them are upper case.
  @inlinable public static var allCapitals: TokenFlags { TokenFlags(rawValue: 1 << 1) }
  @inlinable public static var hasDigit: TokenFlags { TokenFlags(rawValue: 1 << 2) }
  /// A hyphen stands inside or at its end.
  @inlinable public static var hyphenated: TokenFlags { TokenFlags(rawValue: 1 << 3) }
  /// White space, or the beginning of a block, stands before it.
  @inlinable public static var spaceBefore: TokenFlags { TokenFlags(rawValue: 1 << 4) }
  /// White space, or the end of a block, stands behind it.
  @inlinable public static var spaceAfter: TokenFlags { TokenFlags(rawValue: 1 << 5) }
  @inlinable public static var firstOfBlock: TokenFlags { TokenFlags(rawValue: 1 << 6) }
  @inlinable public static var firstOfSentence: TokenFlags { TokenFlags(rawValue: 1 << 7) }
  /// A full stop that belongs to the word before it: an abbreviation, an ordinal, an initial.
  @inlinable public static var abbreviates: TokenFlags { TokenFlags(rawValue: 1 << 8) }
  /// It holds a full stop: "F.A.Z", "z.B".
  @inlinable public static var dotted: TokenFlags { TokenFlags(rawValue: 1 << 9) }

  /// Whether all flags of another set are in this one; written out as that of `WordClass`.
  @inlinable public func contains(_ member: TokenFlags) -> Bool {
    rawValue & member.rawValue == member.rawValue
  }
}
