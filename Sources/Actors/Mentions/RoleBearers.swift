import TextModel

/// Which persons of one article hold or were given an office, by the office, so that a description need
/// not look at every person.
struct RoleBearers {
  /// First and last day that the article's date may mean; nil when unknown.
  let days: ClosedRange<Int>?

  private struct Group {
    /// The one of the article's persons who was named first.
    var first: Int
    var count: Int
  }

  /// By title and state or institution; with none of these, by the title alone.
  private var groups: [Role: Group] = [:]
  /// How many of the article's entities have been taken in.
  private var taken = 0

  init(days: ClosedRange<Int>?) {
    self.days = days
  }

  /// Whom the words of an office mean: the only one in the article who holds it, else the one spoken of
  /// last, else the first, if the words name the state or institution. Nil when nobody does.
  mutating func bearer(
    of role: Role, lastPerson: Int?, _ reading: ArticleReading, _ registry: ActorRegistry
  ) -> Int? {
    takeNew(reading, registry)
    guard let group = groups[role] else { return nil }
    if group.count == 1 { return group.first }
    if let lastPerson, reading.entities[lastPerson].kind == .person,
      held(by: lastPerson, reading, registry).contains(where: { Self.matches($0, role) })
    {
      return lastPerson
    }
    return role.of != nil ? group.first : nil
  }

  /// Notes a role that a title gives to a person, before it is added to the person's own.
  mutating func learn(
    _ role: Role, _ entity: Int, _ reading: ArticleReading, _ registry: ActorRegistry
  ) {
    guard entity < taken, reading.entities[entity].kind == .person else { return }
    add(role, entity, earlier: held(by: entity, reading, registry)[...])
  }

  private mutating func takeNew(_ reading: ArticleReading, _ registry: ActorRegistry) {
    while taken < reading.entities.count {
      if reading.entities[taken].kind == .person {
        let roles = held(by: taken, reading, registry)
        for index in roles.indices { add(roles[index], taken, earlier: roles[..<index]) }
      }
      taken += 1
    }
  }

  private func held(
    by entity: Int, _ reading: ArticleReading, _ registry: ActorRegistry
  ) -> [Role] {
    var roles = reading.entities[entity].roles
    guard let known = reading.entities[entity].known else { return roles }
    for held in registry.actors[known].roles where days.map({ held.days.overlaps($0) }) ?? true {
      roles.append(held.role)
    }
    return roles
  }

  private mutating func add(_ role: Role, _ entity: Int, earlier: ArraySlice<Role>) {
    let byTitle = Role(title: role.title, of: nil)
    for key in role.of == nil ? [byTitle] : [role, byTitle]
    where !earlier.contains(where: { Self.matches($0, key) }) {
      if let group = groups[key] {
        groups[key] = Group(first: min(group.first, entity), count: group.count + 1)
      } else {
        groups[key] = Group(first: entity, count: 1)
      }
    }
  }

  private static func matches(_ held: Role, _ wanted: Role) -> Bool {
    held.title == wanted.title && (wanted.of == nil || held.of == wanted.of)
  }
}
