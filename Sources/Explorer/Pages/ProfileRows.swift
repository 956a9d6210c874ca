import CorpusStore
import ScreenModel
import TextModel

/// The rows of a page, set for some width.
func profileRows(_ page: ProfilePage, _ state: ExplorerState, columns: Int) -> [ProfileRow] {
  var rows = ProfileRows(columns: columns)
  switch page.content {
  case nil: rows.text(StyledLine("…", role: .faint))
  case .nothing: rows.text(StyledLine("Nothing is known of it.", role: .faint))
  case .actor(let profile, let country): actorRows(&rows, profile, country, page, state)
  case .concept(let profile): conceptRows(&rows, profile, page, state)
  }
  return rows.rows
}

/// Rows as they are written one below the other.
private struct ProfileRows {
  let columns: Int
  private(set) var rows: [ProfileRow] = []

  init(columns: Int) { self.columns = max(1, columns) }

  mutating func add(
    _ id: ProfileRow.ID? = nil, _ content: ProfileRow.Content, _ target: ProfileRow.Target? = nil
  ) {
    rows.append(ProfileRow(id: id ?? .text(rows.count), content: content, target: target))
  }

  mutating func blank() { if !rows.isEmpty { add(nil, .text(StyledLine())) } }

  mutating func text(_ line: StyledLine) {
    var page = PageText(columns: columns)
    page.text(line)
    for row in page.rows { add(nil, .text(row)) }
  }

  mutating func field(_ name: String, _ line: StyledLine) {
    var page = PageText(columns: columns)
    page.field(name, line, width: 14)
    for row in page.rows { add(nil, .text(row)) }
  }

  mutating func heading(_ words: String, _ detail: StyledLine = StyledLine()) {
    blank()
    add(nil, .heading(words, detail))
  }

  /// The heading above the charts, with what their columns stand for.
  mutating func statementsHeading(_ detail: String, _ page: ProfilePage) {
    let axis = page.lanes(columns: columns).axis
    let legend = axis.columns > 0 && columns >= 60 ? " · " + axis.legend : ""
    heading("Statements", StyledLine(detail + legend, role: .faint))
    add(nil, .axis)
  }

  /// The newest statements, each on one row that leads into the text.
  mutating func said(
    _ digests: [StatementDigest], of count: Int,
    _ row: (StatementDigest) -> (StyledLine, ProfileRow.Target)
  ) {
    guard !digests.isEmpty else { return }
    heading(
      "Said",
      StyledLine(
        (digests.count < count ? "\(digests.count) of \(count)" : "\(count)")
          // The dates are the statements' own, which may be of another day.
          + " · newest article first", role: .faint))
    for digest in digests {
      let (middle, target) = row(digest)
      var line = StyledLine(" ")
      line.append(dateInTenColumns(digest.edtf))
      line.append(" ")
      line.append(middle)
      line.append(digest.text, role: .quote)
      add(.said(digest.ref), .text(line), target)
    }
  }

  /// The date in full where there is room: of two intervals in one year the order must show.
  private func wholeDate(_ edtf: EDTF?) -> StyledLine {
    guard columns >= 100, let edtf, case .interval = edtf else { return dateInTenColumns(edtf) }
    return StyledLine(longDate(edtf), role: .dateUncertain)
  }

  /// Changes of position, each as its two statements.
  mutating func changes(_ changes: [PositionChange], namesActor: Bool) {
    guard !changes.isEmpty else { return }
    heading("Changes of position", StyledLine("\(changes.count)", role: .faint))
    for (index, change) in changes.enumerated() {
      if index > 0, columns >= 60 { blank() }
      var head = StyledLine(namesActor ? change.actor.name : change.label, role: .title)
      let from: Polarity = change.to == .support ? .oppose : .support
      head.append("  from ", role: .faint)
      head.append("\(from.sign)", role: from.role)
      head.append(" to ", role: .faint)
      head.append("\(change.to.sign)", role: change.to.role)
      add(nil, .text(head))
      for (digest, side, isLater) in [
        (change.before, from, false), (change.after, change.to, true),
      ] {
        var line = StyledLine("  \(side.sign) ", role: side.role)
        line.append(wholeDate(digest.edtf))
        line.append(" \(digest.text)", role: .quote)
        add(
          .change(index, isLater: isLater), .text(line),
          .statement(digest.ref, change.actor.id, change.concept))
      }
    }
  }
}

/// A text of exactly so many columns: cut with an ellipsis or filled up with blanks.
private func fitted(_ text: String, columns: Int) -> String {
  let width = DisplayText.columns(of: text)
  if width <= columns { return text + String(repeating: " ", count: columns - width) }
  var cut = ""
  var used = 0
  for character in text {
    let next = DisplayText.columns(of: String(character))
    if used + next > columns - 1 { break }
    cut.append(character)
    used += next
  }
  return cut + "…" + String(repeating: " ", count: columns - 1 - used)
}

private func actorRows(
  _ rows: inout ProfileRows, _ profile: ActorProfile, _ country: ActorIdentity?,
  _ page: ProfilePage, _ state: ExplorerState
) {
  rows.text(filterLine(state))
  if let country, let id = country.id {
    rows.add(
      .identity(id),
      .text(
        StyledLine([.init("stands for     ", role: .faint), .init(country.name, role: .actor)])),
      .page(.actor(id)))
  }
  func words(_ list: [CountedWords], _ limit: Int, _ role: Role) -> StyledLine {
    var line = StyledLine()
    for (index, item) in list.prefix(limit).enumerated() {
      if index > 0 { line.append(" · ", role: .faint) }
      line.append(item.words, role: role)
      if item.mentions > 0 { line.append(" \(item.mentions)", role: .faint) }
    }
    if list.count > limit { line.append(" · and \(list.count - limit) more", role: .faint) }
    return line
  }
  if !profile.names.aliases.isEmpty {
    rows.field("called", words(profile.names.aliases, rows.columns >= 80 ? 8 : 4, .text))
  }
  if !profile.names.roles.isEmpty {
    rows.field("described as", words(profile.names.roles, rows.columns >= 80 ? 8 : 4, .text))
  }
  for metonym in profile.metonyms {
    guard let id = metonym.id else { continue }
    rows.add(
      .identity(id),
      .text(
        StyledLine([.init("spoken for by  ", role: .faint), .init(metonym.name, role: .actor)])),
      .page(.actor(id)))
  }

  rows.statementsHeading("in \(counted(profile.articles, "article"))", page)
  guard let id = profile.actor.id else { return }
  let total = profile.statements.total
  rows.add(
    .all,
    .bars(
      StyledLine(rows.columns >= 60 ? "all statements" : "all"),
      StyledLine("\(total.statements)", role: .faint),
      profile.statements, nil),
    total.statements > 0 ? .allStatements(title: profile.actor.name, id) : nil)
  for position in profile.positions {
    let total = position.history.total
    var name = StyledLine(total.polarity.sign + " ", role: total.polarity.role)
    name.append(position.label, role: .concept)
    rows.add(
      .concept(position.concept), .lane(name, sideCounts(total), position.history),
      .statements(
        title: "\(profile.actor.name) · \(position.label)", id, position.concept))
  }
  if profile.positions.isEmpty {
    rows.text(StyledLine("No stance on a concept of the codebook here.", role: .faint))
  }
  let isWide = rows.columns >= 100
  rows.changes(profile.changes, namesActor: false)
  rows.said(page.said, of: total.statements) { digest in
    let stance = digest.stances.first
    var line = StyledLine(
      (stance?.polarity ?? digest.polarity).sign + " ",
      role: (stance?.polarity ?? digest.polarity).role)
    if let stance, isWide {
      let label = state.conceptLabels[stance.concept] ?? stance.concept.rawValue
      line.append(fitted(label, columns: 30), role: .concept)
      line.append(" ")
    } else if isWide {
      line.append(String(repeating: " ", count: 31))
    }
    return (line, .statement(digest.ref, id, stance?.concept))
  }
}

private func conceptRows(
  _ rows: inout ProfileRows, _ profile: ConceptProfile, _ page: ProfilePage,
  _ state: ExplorerState
) {
  rows.text(filterLine(state))
  let concept = profile.concept
  var name = StyledLine(concept.id.rawValue, role: .faint)
  if !concept.labelEnglish.isEmpty, concept.labelEnglish != concept.id.rawValue {
    name.append(" · \(concept.labelEnglish)", role: .faint)
  }
  rows.field("codebook", name)
  if !concept.note.isEmpty { rows.field("note", StyledLine(concept.note, role: .text)) }
  let total = profile.statements.total
  rows.statementsHeading(
    "\(total.statements) in \(counted(profile.articles, "article"))", page)
  let sides: [(Polarity, String, Int)] = [
    (.support, "for", total.support), (.oppose, "against", total.oppose),
    (.ambivalent, "on both sides", total.ambivalent), (.neutral, "neither", total.neutral),
  ]
  for (side, words, count) in sides where count > 0 {
    var name = StyledLine(side.sign + " ", role: side.role)
    name.append(words)
    rows.add(
      nil,
      .bars(name, StyledLine("\(count)", role: .faint), profile.statements, side))
  }
  let camps: [(Polarity, String)] = [
    (.support, "For"), (.oppose, "Against"), (.ambivalent, "On both sides"),
    (.neutral, "Neither for nor against"),
  ]
  let label = concept.labelGerman.isEmpty ? concept.id.rawValue : concept.labelGerman
  for (camp, words) in camps {
    let members = profile.actors(in: camp)
    if members.isEmpty { continue }
    rows.heading(words, StyledLine(counted(members.count, "actor"), role: .faint))
    for member in members {
      let total = member.history.total
      var name = StyledLine(total.polarity.sign + " ", role: total.polarity.role)
      name.append(member.actor.name, role: member.actor.id == nil ? .faint : .actor)
      rows.add(
        .actor(member.actor.id), .lane(name, sideCounts(total), member.history),
        .statements(title: "\(member.actor.name) · \(label)", member.actor.id, concept.id))
    }
  }
  if profile.actors.isEmpty {
    rows.text(StyledLine("Nobody takes a stance on it here.", role: .faint))
  }
  if profile.moreActors > 0 {
    rows.text(StyledLine("and \(counted(profile.moreActors, "more actor"))", role: .faint))
  }
  let isWide = rows.columns >= 100
  rows.changes(profile.changes, namesActor: true)
  rows.said(page.said, of: total.statements) { digest in
    let side = digest.stances.first { $0.concept == concept.id }?.polarity ?? digest.polarity
    var line = StyledLine(side.sign + " ", role: side.role)
    line.append(
      fitted(digest.speaker ?? "unknown speaker", columns: isWide ? 24 : 16),
      role: .speaker)
    line.append(" ")
    return (line, .statement(digest.ref, digest.actors.first, concept.id))
  }
}
