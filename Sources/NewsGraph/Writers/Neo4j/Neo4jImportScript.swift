/// The script beside the CSV files that calls Neo4j's importer.
enum Neo4jImportScript {
  static let fileName = "import.sh"

  static var text: String {
    func files(_ option: String, _ hasNodes: Bool) -> String {
      Neo4jTables.Table.allCases.filter { $0.hasNodes == hasNodes }
        .map { "  --\(option)=\($0.fileName) \\\n" }.joined()
    }
    return """
      #!/bin/sh
      # Loads these files into a new database of Neo4j 5 or later:
      #
      #   sh import.sh [DATABASE [OPTION...]]
      #
      # The database is 'neo4j' where none is named; it must be new, or --overwrite-destination
      # follows its name, and not be running. Then, in Cypher, who claims what:
      #
      #   MATCH (claim:Claim)-[:CLAIMED_BY]->(who), (claim)-[:CLAIMS]->(what:Statement)
      #   RETURN who.name, claim.modality, what.text ORDER BY who.name
      #
      # and what articles state as a fact about one entity:
      #
      #   MATCH (:Entity {name: "NAME"})-[fact {standing: "asserted"}]-(other)
      #   WHERE NOT type(fact) IN ["CLAIMED", "BACKGROUND"] RETURN type(fact), other.name
      cd "$(dirname "$0")" || exit
      database=${1:-neo4j}
      [ $# -eq 0 ] || shift
      exec neo4j-admin database import full \\
      \(files("nodes", true))\(files("relationships", false))  --array-delimiter=TAB \\
        --multiline-fields=true \\
        "$@" "$database"

      """
  }
}
