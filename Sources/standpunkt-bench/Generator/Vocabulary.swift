/// The word lists of the generator. Persons, parties of the story and quotations are invented; places
/// and weekdays are real. All combinations must be grammatical, hence the forms beside each other.
enum Vocabulary {
  struct Thing {
    /// "die Brücke", "den Hafen", "der Brücke": nominative, accusative, genitive.
    var nominative: String
    var accusative: String
    var genitive: String
  }

  struct Deed {
    /// "ausbauen", "ausgebaut", "auszubauen", "den Ausbau": infinitive, participle, with zu, noun in the
    /// accusative.
    var infinitive: String
    var participle: String
    var withZu: String
    var noun: String
  }

  struct Office {
    var masculine: String
    var feminine: String
  }

  static let menFirst = [
    "Jens", "Malte", "Uwe", "Arne", "Falk", "Theo", "Konrad", "Timo", "Ole", "Kilian", "Erwin",
    "Lars",
    "Bernd", "Klaus", "Stefan", "Andreas", "Michael", "Tobias", "Henrik", "Rolf", "Matthias",
    "Georg",
  ]
  static let womenFirst = [
    "Petra", "Svenja", "Renate", "Ines", "Gesa", "Karla", "Heike", "Mira", "Nora", "Ute", "Thea",
    "Johanna", "Sabine", "Claudia", "Anna", "Katrin", "Monika", "Lena", "Birgit", "Eva", "Silke",
    "Maria",
  ]
  static let surnames = [
    "Ohlrogge", "Lindau", "Tesch", "Brügge", "Dierks", "Wiemann", "Demirel", "Holk", "Golz", "Voss",
    "Harms", "Patzke", "Radtke", "Thorwald", "Strack", "Albrecht", "Kollath", "Finke", "Hasse",
    "Solms",
    "Ahlers", "Mund", "Brandt", "Winkler", "Volland", "Ebel", "Tischler", "Edlinger", "Pichler",
    "Trattner",
    "Stix", "Lackner", "Moser", "Hauser", "Auinger", "Leitgeb", "Amstutz", "Zumbrunn", "Imhof",
    "Bigler",
    "Sander", "Wessel", "Morgenroth", "Hartwich", "Feldkamp", "Bergmann", "Benning", "Rasch",
    "Pohl", "Kurz",
    "Steinhagen", "Güldner", "Öztürk", "Groß", "Böhmer", "Jäschke", "Reuß", "Nüßlein", "Kowalczyk",
    "Petersen",
  ]
  static let offices = [
    Office(masculine: "Bürgermeister", feminine: "Bürgermeisterin"),
    Office(masculine: "Außenminister", feminine: "Außenministerin"),
    Office(masculine: "Verteidigungsminister", feminine: "Verteidigungsministerin"),
    Office(masculine: "Regierungssprecher", feminine: "Regierungssprecherin"),
    Office(masculine: "Ministerpräsident", feminine: "Ministerpräsidentin"),
    Office(masculine: "Staatssekretär", feminine: "Staatssekretärin"),
    Office(masculine: "Fraktionschef", feminine: "Fraktionschefin"),
    Office(masculine: "Präsident", feminine: "Präsidentin"),
    Office(masculine: "der Politologe", feminine: "die Politologin"),
    Office(masculine: "der Abgeordnete", feminine: "die Abgeordnete"),
    Office(masculine: "Gewerkschaftschef", feminine: "Gewerkschaftschefin"),
    Office(masculine: "Verbandspräsident", feminine: "Verbandspräsidentin"),
  ]
  /// With an article, nominative singular.
  static let bodies = [
    "das Außenministerium", "die Polizei", "die Regierung", "die Opposition", "der Verband",
    "die Gewerkschaft", "das Präsidialamt", "die Stadtverwaltung", "die Kommission",
    "der Rechnungshof",
    "die Staatsanwaltschaft", "das Bündnis", "die Behörde", "der Krisenstab",
    "die Bürgerinitiative",
  ]
  /// After "laut" and "nach Angaben".
  static let sources = [
    "der Behörden", "des Ministeriums", "der Polizei", "der Regierung", "der Agentur",
    "des Verbands",
    "der Kommission", "des Rechnungshofs", "der Opposition", "von Rettungskräften",
    "von Diplomaten",
  ]
  static let parties = ["SPD", "CDU", "FDP", "Grüne", "Linke", "CSU"]
  static let places = [
    "Berlin", "Minsk", "Kiew", "Brüssel", "Genf", "Wien", "Bern", "Warschau", "Hannover", "Kassel",
    "München", "Riga", "Vilnius", "Bremen", "Leipzig", "Graz", "Luzern", "Rostock",
  ]
  static let agencies = ["dpa", "AFP", "APA", "Reuters", "epd", "KNA"]
  static let papers = [
    "Abendkurier", "Nordblatt", "Tagesspiegel am Fluss", "Alpenzeitung", "Hafenecho",
  ]
  static let weekdays = [
    "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
  ]
  static let months = [
    "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
  ]

  static let things = [
    Thing(nominative: "die Waffenruhe", accusative: "die Waffenruhe", genitive: "der Waffenruhe"),
    Thing(
      nominative: "der Beginn der Friedensverhandlungen",
      accusative: "den Beginn der Friedensverhandlungen",
      genitive: "des Beginns der Friedensverhandlungen"),
    Thing(
      nominative: "die Aufhebung der Sanktionen", accusative: "die Aufhebung der Sanktionen",
      genitive: "der Aufhebung der Sanktionen"),
    Thing(
      nominative: "die Lieferung schwerer Waffen", accusative: "die Lieferung schwerer Waffen",
      genitive: "der Lieferung schwerer Waffen"),
    Thing(
      nominative: "der Vertrag über Sicherheitsgarantien",
      accusative: "den Vertrag über Sicherheitsgarantien",
      genitive: "des Vertrags über Sicherheitsgarantien"),
    Thing(
      nominative: "der Grenzschutz", accusative: "den Grenzschutz", genitive: "des Grenzschutzes"),
    Thing(
      nominative: "die alte Brücke", accusative: "die alte Brücke", genitive: "der alten Brücke"),
    Thing(nominative: "der Hafen", accusative: "den Hafen", genitive: "des Hafens"),
    Thing(
      nominative: "die Grundschule", accusative: "die Grundschule", genitive: "der Grundschule"),
    Thing(
      nominative: "das Krankenhaus", accusative: "das Krankenhaus", genitive: "des Krankenhauses"),
    Thing(nominative: "der Nahverkehr", accusative: "den Nahverkehr", genitive: "des Nahverkehrs"),
    Thing(
      nominative: "die Bahnstrecke", accusative: "die Bahnstrecke", genitive: "der Bahnstrecke"),
    Thing(nominative: "das Stromnetz", accusative: "das Stromnetz", genitive: "des Stromnetzes"),
    Thing(nominative: "der Deich", accusative: "den Deich", genitive: "des Deichs"),
    Thing(
      nominative: "die Pflegeprämie", accusative: "die Pflegeprämie", genitive: "der Pflegeprämie"),
    Thing(nominative: "das Abkommen", accusative: "das Abkommen", genitive: "des Abkommens"),
    Thing(
      nominative: "die gemeinsame Truppe", accusative: "die gemeinsame Truppe",
      genitive: "der gemeinsamen Truppe"),
    Thing(
      nominative: "das Stadttheater", accusative: "das Stadttheater", genitive: "des Stadttheaters"),
  ]
  static let deeds = [
    Deed(infinitive: "ausbauen", participle: "ausgebaut", withZu: "auszubauen", noun: "den Ausbau"),
    Deed(infinitive: "prüfen", participle: "geprüft", withZu: "zu prüfen", noun: "die Prüfung"),
    Deed(
      infinitive: "verschieben", participle: "verschoben", withZu: "zu verschieben",
      noun: "die Verschiebung"),
    Deed(
      infinitive: "fördern", participle: "gefördert", withZu: "zu fördern", noun: "die Förderung"),
    Deed(infinitive: "ablehnen", participle: "abgelehnt", withZu: "abzulehnen", noun: "das Ende"),
    Deed(
      infinitive: "unterstützen", participle: "unterstützt", withZu: "zu unterstützen",
      noun: "die Unterstützung"),
    Deed(
      infinitive: "verlängern", participle: "verlängert", withZu: "zu verlängern",
      noun: "die Verlängerung"),
    Deed(
      infinitive: "finanzieren", participle: "finanziert", withZu: "zu finanzieren",
      noun: "die Finanzierung"),
    Deed(
      infinitive: "sichern", participle: "gesichert", withZu: "zu sichern", noun: "die Sicherung"),
    Deed(infinitive: "beenden", participle: "beendet", withZu: "zu beenden", noun: "das Ende"),
  ]
  static let adverbials = [
    "noch in diesem Jahr", "ohne Vorbedingungen", "so schnell wie möglich", "bis zum Sommer",
    "trotz aller Bedenken", "in den kommenden Monaten", "gemeinsam mit den Nachbarn",
    "auf keinen Fall",
    "unter strengen Auflagen", "mit eigenem Geld", "nach dem Vorbild anderer Länder",
    "erst im Herbst",
  ]
  /// Verbs of saying in the past, third person singular, that take every kind of clause.
  static let sayingVerbs = [
    "sagte", "erklärte", "betonte", "versicherte", "unterstrich", "bekräftigte", "meinte",
    "behauptete",
  ]
  /// Sentences in the author's voice. `%P` is a place, `%T` a thing in the nominative, `%N` a number, `%C` a
  /// noun of `Compounds`.
  static let background = [
    "In %P waren am Morgen die Straßen gesperrt, und vor dem Rathaus standen mehr als %N Menschen.",
    "Über %T wird in %P seit Jahren gestritten.",
    "Zuletzt hatten sich im Frühjahr %N Abgeordnete zu dem Thema getroffen.",
    "Am Abend wurde es ruhig in %P; nur vor dem Bahnhof standen noch einige Busse.",
    "Die Kosten sind seit dem vergangenen Jahr um %N Prozent gestiegen.",
    "Der Wind hatte in der Nacht aufgefrischt, und in %P fielen drei Züge aus.",
    "Im Theater läuft derweil „Der lange Winter“, ein Stück in %N Bildern.",
    "Die sogenannte „Nordtrasse“ ist %N Kilometer lang und endet kurz vor %P.",
    "Wer von %P aus nach Osten fährt, sieht davon nichts.",
    "Die nächste Sitzung ist für die kommende Woche geplant.",
    "Auf der Tagesordnung stehen %C, %C und %C.",
    "Zum Thema %C lag dem Gremium in %P nichts vor.",
    "Stichworte sind %C und %C, auch wenn sich daran bis zum Sommer wenig ändern wird.",
    "Der Etat für %C ist um %N Prozent kleiner als der für %C.",
    "Unter der Überschrift %C fasst das Papier %N Punkte zusammen.",
  ]
  static let kickers = [
    "Krieg gegen die Ukraine", "Streit um den Haushalt", "Hafenstadt", "Diplomatie", "Verkehr",
  ]
}
