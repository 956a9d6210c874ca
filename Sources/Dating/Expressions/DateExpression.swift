import TextModel

/// Words of a text that name a time.
public struct DateExpression: Sendable, Equatable {
  /// What the words say, before anything is known about the article.
  public enum Meaning: Sendable, Equatable {
    /// Complete: "31.03.2023 13:46 Uhr", "3. März 2023", "im März 2023", "2023".
    case absolute(EDTF.Point)
    /// "Sommer 2020".
    case season(firstMonth: Int, year: Int)
    /// "4. März", "24.11."
    case dayOfMonth(day: Int, month: Int)
    /// "März", with the years to add to the article's where said ("im März vergangenen Jahres": -1).
    case month(Int, yearOffset: Int?)
    /// 1 Monday … 7 Sunday.
    case weekday(Int)
    /// "gestern": (.day, -1); "vergangene Woche": (.week, -1).
    case relative(Unit, Int)
    /// "vor gut zehn Monaten": how long ago.
    case distance(count: Int, unit: Unit, nuance: Nuance)
  }

  /// What is counted.
  public enum Unit: String, Sendable { case day, week, month, year }

  /// How exact a count is: "gut zehn", "knapp zehn", "rund zehn" or no word.
  public enum Nuance: String, Sendable { case over, under, about, none }

  /// "Anfang", "Mitte", "Ende" before a month or year.
  public enum Part: Int, Sendable {
    case begin = 1
    case middle, end
  }

  /// "vergangenen", "diesen", "kommenden" before a weekday or month.
  public enum Direction: Int, Sendable {
    case previous = -1
    case this, next
  }

  /// Where the words stand, in UTF-8 offsets of the article.
  public var span: TextSpan
  /// What they say.
  public var meaning: Meaning
  /// The weekday named with a day: "Donnerstag (24. November)".
  public var weekday: Int?
  /// Days from the article named with a day: "heute (24. November)" is 0.
  public var dayOffset: Int?
  /// The part of the month or year that is named, if one is.
  public var part: Part?
  /// "vergangenen", "diesen" or "kommenden", if said.
  public var direction: Direction?
  /// A year that names something rather than a time: "die Saison 2005".
  public var isNameOfYear = false

  /// An expression without further words.
  public init(span: TextSpan, meaning: Meaning) {
    self.span = span
    self.meaning = meaning
  }
}
