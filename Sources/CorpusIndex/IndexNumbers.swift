import TextModel

/// An article's number in the index: its rank in time and a serial, so that larger is newer.
public struct ArticleNumber: Hashable, Sendable, Comparable, RawRepresentable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  /// - Precondition: both are in their ranges.
  public init(rank: Int, serial: Int) {
    precondition(
      (0...Self.highestRank).contains(rank) && (0...Self.highestSerial).contains(serial))
    rawValue = Int64(rank << Self.serialBits | serial)
  }

  static let serialBits = 22
  /// Serials of a rank are given from here down to 0.
  public static let highestSerial = 1 << serialBits - 1
  /// Of an open end.
  public static let highestRank = 1 << 22 - 1

  public var rank: Int { Int(rawValue) >> Self.serialBits }
  public var serial: Int { Int(rawValue) & Self.highestSerial }

  /// The numbers of its statements.
  public var statements: ClosedRange<Int64> {
    StatementNumber(self, ordinal: 0)
      .rawValue...StatementNumber(
        self, ordinal: StatementNumber.highestOrdinal
      ).rawValue
  }

  public static func < (a: ArticleNumber, b: ArticleNumber) -> Bool { a.rawValue < b.rawValue }

  /// The rank of an article by the last day it may mean: 0 without a date, the highest for an open end.
  public static func rank(ofDays days: ClosedRange<Int>?) -> Int {
    guard let last = days?.upperBound else { return 0 }
    return last == .max ? highestRank : min(max(last - firstDay + 1, 1), highestRank - 1)
  }

  /// 1 January of the year 1.
  private static let firstDay = -719_162
}

/// A statement's number in the index: its article's number and its ordinal.
public struct StatementNumber: Hashable, Sendable, RawRepresentable {
  public let rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }

  public init(_ article: ArticleNumber, ordinal: Int) {
    rawValue = article.rawValue << Int64(Self.ordinalBits) | Int64(ordinal)
  }

  private static let ordinalBits = 18
  /// Statements beyond this one of a single article are left out.
  public static let highestOrdinal = 1 << ordinalBits - 1

  public var article: ArticleNumber {
    ArticleNumber(rawValue: rawValue >> Int64(Self.ordinalBits))
  }
  public var ordinal: Int { Int(rawValue) & Self.highestOrdinal }
}

/// Day numbers as the index keeps them: open ends as numbers that no day has.
public enum DayRange {
  public static let openBegin = -10_000_000
  public static let openEnd = 10_000_000

  public static func stored(_ days: ClosedRange<Int>) -> (first: Int, last: Int) {
    (max(days.lowerBound, openBegin), min(days.upperBound, openEnd))
  }

  public static func days(first: Int, last: Int) -> ClosedRange<Int> {
    (first <= openBegin ? .min : first)...(last >= openEnd ? .max : last)
  }
}

/// Enumerations as small numbers: their places in `allCases`.
public enum IndexCodes {
  public static func code(_ value: ReportedSpeech) -> Int { types[value] ?? 0 }
  public static func code(_ value: Polarity) -> Int { polarities[value] ?? 0 }
  public static func code(_ value: SpeechAct) -> Int { acts[value] ?? 0 }
  public static func code(_ value: Zone) -> Int { zones[value] ?? 0 }
  public static func code(_ value: ActorKind) -> Int { kinds[value] ?? 0 }

  private static let types = places(ReportedSpeech.self)
  private static let polarities = places(Polarity.self)
  private static let acts = places(SpeechAct.self)
  private static let zones = places(Zone.self)
  private static let kinds = places(ActorKind.self)

  private static func places<Value: CaseIterable & Hashable>(_: Value.Type) -> [Value: Int] {
    Dictionary(uniqueKeysWithValues: Value.allCases.enumerated().map { ($0.element, $0.offset) })
  }

  /// Nil for a number that no value has, in a damaged file.
  public static func value<Value: CaseIterable>(_ code: Int, of _: Value.Type = Value.self)
    -> Value?
  where Value.AllCases.Index == Int {
    Value.allCases.indices.contains(code) ? Value.allCases[code] : nil
  }

  /// A stance as one number.
  public static func stance(concept: Int, _ polarity: Polarity) -> Int {
    concept << 2 | code(polarity)
  }

  public static func stance(_ packed: Int) -> (concept: Int, polarity: Polarity) {
    (packed >> 2, value(packed & 3) ?? .neutral)
  }
}

/// Lists of small numbers as bytes: four each, the lowest first.
public enum PackedNumbers {
  public static func pack(_ numbers: some Sequence<Int>) -> [UInt8] {
    var bytes: [UInt8] = []
    for number in numbers {
      let value = UInt32(truncatingIfNeeded: number)
      for shift in [0, 8, 16, 24] {
        bytes.append(UInt8(truncatingIfNeeded: value >> UInt32(shift)))
      }
    }
    return bytes
  }

  public static func unpack(_ bytes: UnsafeRawBufferPointer) -> [Int] {
    stride(from: 0, to: bytes.count - 3, by: 4).map { start in
      Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt32.self)))
    }
  }
}
