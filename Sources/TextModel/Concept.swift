/// A proposition of the codebook that a speaker can support or oppose.
public struct Concept: Sendable, Equatable {
  public var id: ConceptID
  public var labelGerman: String
  public var labelEnglish: String

  public init(id: ConceptID, labelGerman: String, labelEnglish: String) {
    self.id = id
    self.labelGerman = labelGerman
    self.labelEnglish = labelEnglish
  }
}
