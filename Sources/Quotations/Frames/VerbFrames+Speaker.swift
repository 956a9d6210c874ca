import GermanLanguage
import TextModel

/// Who speaks in a frame with a verb: the subject, the first verb's subject, the agent, the document.
extension VerbFrames {
  func speaker(_ cue: Cue, clause: Int, limit: Int) -> Range<Int>? {
    let segment = segments[cue.segment]
    if cue.isPassive { return agent(cue, clause: clause, limit: limit) }
    if cue.frame.lemma == "heißen" { return document(clause, limit: cue.finite) }
    if segment.isSubordinate, segment.opener != .wie {
      return subjects.ofFinal(cue.finite, clauseBegin: segment.begin)?.range
    }
    if let first = firstVerb(of: cue),
      let subject = subjects.ofSecond(
        first.finite, clauseBegin: max(clause, first.begin), limit: first.limit)
    {
      return subject.range
    }
    // The clause may begin in an earlier segment: "X, der …, sagte".
    if let found = subjects.ofSecond(
      cue.finite, clauseBegin: max(clause, subjectBegin(cue, clause)), limit: limit)
    {
      return found.range
    }
    return nil
  }

  /// The verb before a second one, "lobte X und sagte", "lobte X, sagte aber": its subject counts.
  func firstVerb(of cue: Cue) -> (finite: Int, begin: Int, limit: Int)? {
    let segment = segments[cue.segment]
    guard segment.opener == .main else { return nil }
    if segment.finite >= 0, cue.finite > segment.finite {
      return (segment.finite, segments[sentence.clauseStart(cue.segment)].begin, cue.finite)
    }
    guard segment.begin == cue.finite, cue.segment > 0, segment.before == .comma,
      [.aber, .jedoch, .doch].contains(context.key(cue.finite + 1)),
      let index = segments[..<cue.segment].lastIndex(where: { $0.opener == .main && $0.hasFinite })
    else { return nil }
    return (
      segments[index].finite, segments[sentence.clauseStart(index)].begin, segments[index].end
    )
  }

  func subjectBegin(_ cue: Cue, _ clause: Int) -> Int {
    let segment = segments[cue.segment]
    // Coordinated verb: the subject of the first verb counts.
    if segment.finite >= 0, cue.finite > segment.finite, segment.opener == .main {
      return segment.begin
    }
    return max(clause, segments[sentence.clauseStart(cue.segment)].begin)
  }

  /// "In dem Bericht heißt es", "bei der Polizei hieß es", "aus Kreisen hieß es".
  func document(_ clause: Int, limit: Int) -> Range<Int>? {
    for token in clause..<max(clause, limit) where !context.masked[token] {
      switch context.key(token) {
      case .in, .im, .bei, .beim, .aus, .auf, .von, .vom, .seitens, .vonseiten:
        if let phrase = subjects.reader.phrase(
          at: token + 1, limit: limit, [.greedy, .apposition]),
          phrase.canSpeak || context.has(phrase.head, [.saying, .source]), !phrase.isTime
        {
          return phrase.range
        }
      default: break
      }
    }
    return nil
  }

  /// "von X", "durch X", "seitens X" in a passive.
  func agent(_ cue: Cue, clause: Int, limit: Int) -> Range<Int>? {
    // "In einem Bericht wurde vermutet": the text speaks.
    for token in clause..<limit
    where [.in, .im, .laut].contains(context.key(token)) && !context.masked[token] {
      if let phrase = subjects.reader.phrase(at: token + 1, limit: limit, [.apposition]),
        context.has(phrase.head, .source)
          || (phrase.begin..<phrase.head).contains(where: {
            context.has($0, .source)
          })
      {
        return phrase.range
      }
    }
    for token in clause..<limit where !context.masked[token] {
      switch context.key(token) {
      case .von, .vom, .durch, .seitens, .vonseiten:
        if let phrase = subjects.reader.phrase(
          at: token + 1, limit: limit, SubjectFinder.full), phrase.canSpeak
        {
          return phrase.range
        }
      default: break
      }
    }
    return nil
  }
}
