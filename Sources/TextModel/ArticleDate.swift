/// When an article appeared, as far as its text supports it, with the reason.
public struct ArticleDate: Sendable, Equatable {
  /// Nil when unknown.
  public var edtf: EDTF?
  /// How exact it is.
  public var precision: Precision
  /// Where it comes from; nil when it is unknown.
  public var basis: Basis?
  /// The words it was read from; empty when it was not read from the text.
  public var evidence: [TextSpan]
  /// One sentence for the reader: what was concluded from what.
  public var reason: String

  /// Raw values are those of the JSON contract.
  public enum Precision: String, Sendable {
    case minute, day, month, year, interval, unknown
  }

  /// Where the date comes from. Raw values are those of the JSON contract.
  public enum Basis: String, Sendable {
    case explicit, inferred, metadata, filename, user
  }

  /// A date; the precision follows from its form unless given.
  public init(
    edtf: EDTF?, basis: Basis?, evidence: [TextSpan] = [], reason: String
  ) {
    self.edtf = edtf
    self.basis = edtf == nil ? nil : basis
    self.evidence = evidence
    self.reason = reason
    precision =
      switch edtf {
      case nil: .unknown
      case .point(.second): .minute
      case .point(.day): .day
      case .point(.month): .month
      case .point(.year): .year
      case .interval: .interval
      }
  }

  /// No date could be settled.
  public static let unknown = ArticleDate(
    edtf: nil, basis: nil, reason: "The text names no date that can be its own.")

  /// First and last day it may mean, nil when unknown.
  public var days: ClosedRange<Int>? { edtf?.days }
}
