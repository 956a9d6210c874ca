/// A proposition of the codebook that a speaker can support or oppose.
public struct Concept: Sendable, Equatable {
  public var id: ConceptID
  public var labelGerman: String
  public var labelEnglish: String
  /// What the codebook says about it besides; empty for nothing.
  public var note: String

  /// A proposition with its labels in two languages.
  public init(id: ConceptID, labelGerman: String, labelEnglish: String, note: String = "") {
    self.id = id
    self.labelGerman = labelGerman
    self.labelEnglish = labelEnglish
    self.note = note
  }
}
