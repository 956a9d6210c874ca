import Relations
import Testing
import TextModel

/// A small debate: Peskow and Lukaschenko in one article, Lukaschenko again seven months later.
private enum Debate {
  static let lukaschenko = ActorID("lukaschenko")
  static let peskow = ActorID("peskow")
  static let kreml = ActorID("kreml")
  static let ceasefire = ConceptID("ceasefire")
  static let talks = ConceptID("talks")
  static let names = RelationNames(
    actors: [lukaschenko: "Lukaschenko", peskow: "Peskow", kreml: "Kreml"],
    concepts: [ceasefire: "Waffenruhe", talks: "Friedensverhandlungen"])

  static func item(
    _ article: Int, _ ordinal: Int, _ actors: [ActorID], _ stances: [(ConceptID, Polarity)],
    day: Int? = nil, zone: Zone = .body, type: ReportedSpeech = .indirect, named: [ActorID] = [],
    camp: [ActorID] = [], answers: Bool = false, relays: Bool = false, words: String = "",
    parent: Int? = nil
  ) -> RelationItem {
    RelationItem(
      id: StatementID(document: "a\(article)", ordinal: ordinal), article: article, zone: zone,
      type: type, parent: parent, actors: actors, camp: camp, named: named,
      stances: stances.map { .init($0.0, $0.1) }, days: day.map { $0...$0 }, answers: answers,
      relays: relays, words: QuoteSketch(words.utf8))
  }
}

@Suite struct RelationIndexTests {
  @Test func namesOppositionBetweenActors() throws {
    let index = RelationIndex(
      [
        Debate.item(1, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 100),
        Debate.item(2, 1, [Debate.peskow], [(Debate.ceasefire, .oppose)], day: 110),
      ], names: Debate.names)
    let relation = try #require(index.relations(of: StatementID(document: "a1", ordinal: 1)).first)
    #expect(relation.kinds == [.opposing])
    #expect(relation.concept == Debate.ceasefire)
    #expect(
      relation.reason == "Peskow opposes what Lukaschenko supports: Waffenruhe, 10 days later")
  }

  @Test func tellsAChangeOfPositionFromDisagreement() throws {
    let index = RelationIndex(
      [
        Debate.item(1, 1, [Debate.lukaschenko], [(Debate.ceasefire, .oppose)], day: 0),
        Debate.item(2, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 210),
      ], names: Debate.names)
    let relation = try #require(index.relations(of: StatementID(document: "a1", ordinal: 1)).first)
    #expect(relation.kinds == [.opposing, .sameActor])
    let reason = "change of position: Lukaschenko opposes it here and supports it there"
    #expect(relation.reason.hasPrefix(reason))
    #expect(relation.reason.hasSuffix("7 months later"))
  }

  @Test func anAgencyThatPassesOnAnswersNobody() {
    let index = RelationIndex(
      [
        Debate.item(1, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 100),
        Debate.item(
          1, 2, [ActorID("dpa")], [(Debate.ceasefire, .support)], day: 100,
          named: [Debate.lukaschenko], answers: true, relays: true),
      ], names: Debate.names)
    let relations = index.relations(of: StatementID(document: "a1", ordinal: 2))
    #expect(relations.map(\.kinds) == [[.sameConcept]])
  }

  @Test func anAgencyThatPassesOnIsNoSecondVoice() {
    let index = RelationIndex(
      [
        Debate.item(1, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 100),
        Debate.item(
          1, 2, [ActorID("dpa")], [(Debate.ceasefire, .neutral)], day: 100, relays: true),
      ], names: Debate.names)
    for ordinal in 1...2 {
      #expect(index.relations(of: StatementID(document: "a1", ordinal: ordinal)).isEmpty)
    }
  }

  @Test func anAnswerInTheSameArticleComesFirst() {
    let index = RelationIndex(
      [
        Debate.item(1, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 100),
        Debate.item(
          1, 2, [Debate.peskow], [(Debate.ceasefire, .oppose)], day: 100,
          named: [Debate.lukaschenko], answers: true),
        Debate.item(2, 1, [Debate.peskow], [(Debate.ceasefire, .oppose)], day: 50),
      ], names: Debate.names)
    let relations = index.relations(of: StatementID(document: "a1", ordinal: 2))
    #expect(relations.first?.to == StatementID(document: "a1", ordinal: 1))
    #expect(relations.first?.kinds == [.respondsTo, .opposing])
    #expect(relations.first?.reason == "Peskow answers Lukaschenko on Waffenruhe and opposes")
  }

  @Test func findsAShortenedQuotationInAnotherArticle() {
    let index = RelationIndex(
      [
        Debate.item(
          1, 1, [Debate.peskow], [], day: 1, type: .direct,
          words: "Wir haben den Vorschlag gelesen, aber wir prüfen ihn noch in Ruhe"),
        Debate.item(
          2, 1, [Debate.peskow], [], day: 2, type: .direct,
          words: "„Wir haben den Vorschlag gelesen“"),
        Debate.item(3, 1, [Debate.peskow], [], day: 3, words: "Das Wetter bleibt freundlich"),
      ], names: Debate.names)
    let relations = index.relations(of: StatementID(document: "a1", ordinal: 1))
    #expect(relations.map(\.to.document) == ["a2"])
    #expect(relations.first?.kinds == [.repeats])
  }

  @Test(arguments: [
    ("»wir haben den Vorschlag gelesen und prüfen ihn in Ruhe.«", "Peskow again in the same words"),
    ("Wir haben den Vorschlag gelesen", "Peskow again in the same words, shortened"),
    (
      "Ja, wir haben den Vorschlag gelesen und prüfen ihn in Ruhe, sonst nichts",
      "Peskow again in the same words, at greater length"
    ),
    (
      "Man habe den Vorschlag gelesen und prüfe ihn in Ruhe",
      "Peskow again in nearly the same words"
    ),
    (
      "Den Vorschlag gelesen und prüfen ihn morgen abermals",
      "Peskow again in most of the same words (3 of 5)"
    ),
    (
      "Wir haben den Text verloren und prüfen ihn in Eile erneut",
      "Peskow again in some of the same words (2 of 5)"
    ),
  ])
  func aRepetitionTellsHowMuchOfTheWordingIsTheSame(_ words: String, _ reason: String) throws {
    let index = RelationIndex(
      [
        Debate.item(
          1, 1, [Debate.peskow], [],
          words: "Wir haben den Vorschlag gelesen und prüfen ihn in Ruhe"),
        Debate.item(2, 1, [Debate.peskow], [], words: words),
        // A third one that shares nothing.
        Debate.item(3, 1, [Debate.peskow], [], words: "Das Wetter bleibt freundlich"),
      ], names: Debate.names)
    let relations = index.relations(of: StatementID(document: "a1", ordinal: 1))
    #expect(relations.map(\.kinds) == [[.repeats]])
    #expect(relations.first?.reason == reason)
  }

  @Test func aRepetitionInOneArticleTellsItsWordingToo() {
    func reason(zone: Zone, _ actor: ActorID, _ words: String) -> String? {
      let index = RelationIndex(
        [
          Debate.item(
            1, 1, [Debate.peskow], [(Debate.talks, .oppose)], type: .direct,
            words: "Wir haben den Vorschlag gelesen und lehnen ihn ab"),
          Debate.item(
            1, 2, [actor], [(Debate.talks, .oppose)], zone: zone, camp: [Debate.peskow],
            words: words),
        ], names: Debate.names)
      return index.relations(of: StatementID(document: "a1", ordinal: 1)).first?.reason
    }
    let about = ": Friedensverhandlungen"
    let part = "Wir haben den Vorschlag gelesen"
    #expect(
      reason(zone: .body, Debate.peskow, part)
        == "Peskow says it again in the same words, shortened" + about)
    #expect(
      reason(zone: .body, Debate.peskow, "Von Gesprächen halte man nichts")
        == "Peskow says it again in another wording" + about)
    #expect(
      reason(zone: .headline, Debate.peskow, part)
        == "the headline says it in the same words, shortened" + about)
    #expect(
      reason(zone: .headline, Debate.kreml, "Moskau will nicht reden")
        == "the headline says the same" + about)
  }

  @Test func theLeadRepeatsTheBodyInTheNameOfTheState() {
    let russland = ActorID("russland")
    let index = RelationIndex(
      [
        Debate.item(1, 1, [russland], [(Debate.ceasefire, .oppose)], zone: .standfirst),
        Debate.item(
          1, 2, [Debate.peskow], [(Debate.ceasefire, .oppose)], camp: [Debate.kreml, russland]),
      ], names: Debate.names)
    let relations = index.relations(of: StatementID(document: "a1", ordinal: 2))
    #expect(relations.first?.kinds == [.repeats])
    #expect(relations.first?.reason == "the lead says the same: Waffenruhe")
  }

  @Test func aNestedQuotationOfTheSameSpeakerIsNoRelation() {
    let index = RelationIndex([
      Debate.item(1, 1, [Debate.peskow], [(Debate.talks, .support)]),
      Debate.item(1, 2, [Debate.peskow], [(Debate.talks, .support)], parent: 1),
    ])
    #expect(index.relations(of: StatementID(document: "a1", ordinal: 1)).isEmpty)
  }

  @Test func unrelatedStatementsAndUnknownIdsHaveNone() {
    let index = RelationIndex([
      Debate.item(1, 1, [Debate.peskow], [(Debate.talks, .support)], day: 1),
      Debate.item(2, 1, [Debate.lukaschenko], [(Debate.ceasefire, .support)], day: 1),
    ])
    #expect(index.relations(of: StatementID(document: "a1", ordinal: 1)).isEmpty)
    #expect(index.relations(of: StatementID(document: "nowhere", ordinal: 1)).isEmpty)
  }

  @Test func relationsAreSymmetricAndSorted() {
    var items: [RelationItem] = []
    var state: UInt64 = 7
    func random(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let actors = ["a", "b", "c", "d"].map { ActorID($0) }
    let concepts = ["x", "y", "z"].map { ConceptID($0) }
    for article in 0..<12 {
      for ordinal in 1...4 {
        items.append(
          Debate.item(
            article, ordinal, [actors[random(4)]],
            [(concepts[random(3)], Polarity.allCases[random(4)])], day: random(900)))
      }
    }
    let index = RelationIndex(items)
    for item in items {
      let relations = index.relations(of: item.id, limit: 100)
      #expect(relations.map(\.score) == relations.map(\.score).sorted(by: >))
      #expect(Set(relations.map(\.to)).count == relations.count)
      for relation in relations {
        #expect(relation.to != item.id)
        #expect(!relation.kinds.isEmpty && !relation.reason.isEmpty)
        let back = index.relations(of: relation.to, limit: 100).first { $0.to == item.id }
        #expect(back?.kinds == relation.kinds, "\(item.id) – \(relation.to)")
      }
    }
  }
}
