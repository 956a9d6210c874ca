import CorpusStore
import ScreenModel
import TextModel

/// A statement as one cites it: who, when, in which words, and where that can be read again.
///
///     Maria Huber (2023-03-31): „Die Bahn kommt“. In: Huber wirbt für die Straßenbahn [2023/tram#1]
///
/// One line without control characters, whatever the article holds, since it may be pasted anywhere; long
/// quotes are cut. Only what was said in these words gets quotation marks; all else is called what it is:
///
///     Maria Huber (2023-03-31), in summary: werben für die Straßenbahn. In: …
public func citation(of entry: StatementEntry) -> String {
  let digest = entry.digest
  var text = clean(digest.speaker ?? "unknown speaker", limit: 200)
  text += " (\(digest.edtf.map { "\($0)" } ?? "undated"))"
  let quote = clean(digest.text, limit: 2000)
  switch digest.type {
  case .direct:
    let isMarked = quote.first.map { "„\"»«“‚›‹".contains($0) } ?? false
    text += ": " + (isMarked ? quote : "„\(quote)“")
  case .indirect: text += ", indirect: \(quote)"
  case .reported: text += ", in summary: \(quote)"
  case .freeIndirect: text += ", free indirect: \(quote)"
  case .indirectFreeIndirect: text += ", free indirect, in Konjunktiv: \(quote)"
  }
  if !entry.title.isEmpty { text += ". In: \(clean(entry.title, limit: 300))" }
  return text + " [\(clean(entry.document, limit: 300))#\(digest.ref.ordinal)]"
}

/// A text on one line, controls and marks of direction made visible or dropped, cut after so many
/// characters.
private func clean(_ text: String, limit: Int) -> String {
  let line = DisplayText.sanitised(oneLine(text))
  return line.count <= limit ? line : line.prefix(limit) + "…"
}

extension ExplorerState {
  /// The statement that is selected in the text.
  var selectedEntry: StatementEntry? {
    guard let loaded = reading.loaded, let statement = reading.selectedStatement,
      let ref = reading.selectedRef
    else { return nil }
    let article = loaded.analysed.article
    let names = statement.actors.map { loaded.actorNames[$0] ?? $0.rawValue }
    let words = article.text.joined(statement.speaker)
    return StatementEntry(
      digest: StatementDigest(
        ref: ref, type: statement.type,
        speaker: StatementDigest.speaker(named: names, words: words),
        actors: statement.actors, edtf: statement.date?.edtf ?? article.date.edtf,
        text: article.text.joined(statement.quote), polarity: statement.polarity,
        stances: statement.stances.map {
          ConceptPolarity(concept: $0.concept, polarity: $0.polarity)
        }), title: loaded.row.hasTitle ? loaded.row.title : "", document: article.document)
  }

  /// Puts the selected statement on the clipboard.
  mutating func copyCitation() -> [Effect] {
    guard let entry = selectedEntry else {
      sayNoStatement()
      return []
    }
    return copy(entry)
  }

  mutating func copy(_ entry: StatementEntry) -> [Effect] {
    let text = citation(of: entry)
    say("on the clipboard: \(text)")
    return [.copy(text)]
  }
}
