/// A proposition of the codebook that a speaker can support or oppose.
public struct Concept: Sendable, Equatable {
  /// The id of the codebook.
  public var id: ConceptID
  /// What the interface shows in German.
  public var labelGerman: String
  /// What it shows in English.
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
