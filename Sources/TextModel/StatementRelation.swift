/// A statement of a corpus: its article's document name and its ordinal there, written `document#7`.
public struct StatementID: Hashable, Sendable, CustomStringConvertible {
  /// The document that holds it.
  public var document: String
  /// Its number in the document, from 1.
  public var ordinal: Int

  /// A statement by its place.
  public init(document: String, ordinal: Int) {
    self.document = document
    self.ordinal = ordinal
  }

  /// As in the JSON contract: `document#7`.
  public var description: String { "\(document)#\(ordinal)" }
}

/// How one statement relates to another.
public struct StatementRelation: Sendable, Equatable {
  /// The kinds that hold, in the order of their weight.
  public enum Kind: String, Sendable, CaseIterable {
    case respondsTo = "responds-to"
    case opposing
    case repeats
    case sameActor = "same-actor"
    case sameConcept = "same-concept"
  }

  /// The statement that is looked from.
  public var from: StatementID
  /// The one it is related to.
  public var to: StatementID
  /// Only those that hold.
  public var kinds: [Kind]
  /// The concept on which they meet, if it is one of the codebook's.
  public var concept: ConceptID?
  /// 0...1; the list of a statement's relations is sorted by it, best first.
  public var score: Double
  /// One sentence for the reader ("Peskow answers Lukaschenko on Waffenruhe").
  public var reason: String

  /// A relation with its reason in words.
  public init(
    from: StatementID, to: StatementID, kinds: [Kind], concept: ConceptID?, score: Double,
    reason: String
  ) {
    self.from = from
    self.to = to
    self.kinds = kinds
    self.concept = concept
    self.score = score
    self.reason = reason
  }
}
