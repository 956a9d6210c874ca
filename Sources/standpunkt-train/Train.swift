import QuotationTraining

/// Learns the weights of quotation attribution from annotated articles.
@main
struct Train {
  static func main() {
    exitWith(trainingCommand(Array(CommandLine.arguments.dropFirst())))
  }
}
