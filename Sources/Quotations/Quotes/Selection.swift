import GermanLanguage
import TextModel

/// Chooses among the candidates of one sentence: verb frames in text order, then source phrases; what
/// overlaps an accepted quote without lying inside it is dropped.
enum Selection {
  static func choose(_ verbs: [Candidate], _ sources: [Candidate]) -> [Candidate] {
    var accepted: [Candidate] = []
    for candidate in verbs {
      let inside = accepted.contains { $0.holds(candidate.cue.first ?? candidate.hull) }
      if inside { continue }
      if accepted.contains(where: { $0.overlaps(candidate) }) { continue }
      accepted.append(candidate)
    }
    for candidate in sources {
      guard let frame = candidate.frame.first else { continue }
      if accepted.contains(where: {
        $0.overlaps(candidate) || $0.frame.contains { $0.overlaps(frame) }
      }) {
        continue
      }
      accepted.append(candidate)
    }
    return accepted
  }
}
