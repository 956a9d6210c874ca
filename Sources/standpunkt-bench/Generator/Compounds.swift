/// Nouns put together at random, so that a large archive has as many different words as a real one: ten thousand
/// of two parts, a million of three.
enum Compounds {
  private static let begins = words(
    """
    Bundes Landes Stadt Hafen Verkehrs Wirtschafts Energie Wasser Friedens Kriegs Waffen Sicherheits Bildungs
    Schul Kranken Pflege Steuer Haushalts Finanz Umwelt Klima Wald See Grenz Zoll Handels Industrie Bau Wohnungs
    Miet Strom Gas Öl Wind Schienen Straßen Brücken Tunnel Flughafen Post Fernseh Presse Kultur Museums Sport
    Vereins Jugend Familien Alters Renten Sozial Arbeits Lohn Tarif Streik Gerichts Verfassungs Polizei Feuerwehr
    Rettungs Katastrophen Wetter Ernte Getreide Milch Jagd Fischerei Forst Berg Küsten Insel Ost West Nord Süd
    Neben Haupt Unter Ober Vor Nach Zwischen Sonder Not Hilfs Spenden Flüchtlings Verteidigungs Versicherungs
    Verbraucher Vermittlungs Deutschland Europa Regierungs Minister Dienst Diebstahl Gesundheits Gemeinde
    """)
  private static let ends = words(
    """
    amt rat gesetz plan bericht vertrag verwaltung versorgung verfahren versammlung verband verbot vergabe
    verteilung ausschuss behörde ministerium kommission konferenz gipfel treffen gespräch abkommen programm
    projekt förderung finanzierung reform krise politik partei wahl kampf streit debatte frage antwort lösung
    planung prüfung kontrolle aufsicht ordnung recht schutz hilfe fonds haushalt abgabe gebühr preis kosten
    schaden unfall brand sturm flut welle lage zahl rate quote menge bedarf mangel stelle platz raum gebiet zone
    grenze linie strecke netz werk anlage haus schule hof markt messe fest woche jahr zeit ende anfang dienst
    regelung verordnung veranstaltung verhandlung vereinbarung verantwortung vermögen verlust verein
    """)

  /// A noun without its article; one in eight has three parts, one in eight is none but an end.
  static func noun(_ random: inout SeededRandom) -> String {
    let end = random.pick(ends)
    switch random.below(8) {
    case 0: return end.prefix(1).uppercased() + end.dropFirst()
    case 1:
      let middle = random.pick(begins)
      return random.pick(begins) + middle.prefix(1).lowercased() + middle.dropFirst() + end
    default: return random.pick(begins) + end
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
