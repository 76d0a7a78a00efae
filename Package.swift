// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "NewsGraph",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "NewsGraph", targets: ["NewsGraph", "Extraction"]),
    .library(name: "NewsGraphCorpus", targets: ["NewsGraphCorpus"]),
    .library(name: "NewsGraphLoading", targets: ["NewsGraphLoading"]),
    .executable(name: "newsgraph", targets: ["NewsGraphCommand"]),
  ],
  traits: [
    // The program without it is built in half the time: `swift build --disable-default-traits`.
    .trait(name: "Loading", description: "The commands load and query, which need an HTTP client."),
    .default(enabledTraits: ["Loading"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.5.0"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.1.0"),
    .package(url: "https://github.com/apple/swift-crypto", "3.0.0"..<"5.0.0"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.0.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.30.0"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.26.0"),
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "COneDNN", providers: [.apt(["libdnnl-dev"])]),
    .target(name: "CLanguageModel", exclude: ["en.ngmodel"]),
    .target(name: "CMemory"),
    .target(name: "CVectorMath"),
    .target(
      name: "Extraction",
      dependencies: [
        "CLanguageModel", "COneDNN", "CVectorMath",
        .product(name: "Collections", package: "swift-collections"),
      ],
      swiftSettings: strict),
    .target(
      name: "NewsGraph",
      dependencies: [
        "Extraction", "CLibXML2", "CMemory", "CZlib",
        .product(name: "Collections", package: "swift-collections"),
        .product(name: "Crypto", package: "swift-crypto"),
      ],
      swiftSettings: strict),
    .target(
      name: "NewsGraphCorpus",
      dependencies: [
        "NewsGraph", "Extraction",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .target(
      name: "NewsGraphLoading",
      dependencies: [
        "NewsGraph",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .executableTarget(
      name: "NewsGraphCommand",
      dependencies: [
        "NewsGraph", "NewsGraphCorpus", "Extraction",
        .target(name: "NewsGraphLoading", condition: .when(traits: ["Loading"])),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "ExtractionTests", dependencies: ["Extraction", "CVectorMath"],
      resources: [.copy("Model/Fixtures")], swiftSettings: strict),
    .testTarget(
      name: "NewsGraphTests", dependencies: ["NewsGraph", "Extraction"], swiftSettings: strict),
    .testTarget(
      name: "NewsGraphCorpusTests",
      dependencies: [
        "NewsGraphCorpus", "NewsGraph", "Extraction",
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "NewsGraphLoadingTests",
      dependencies: [
        "NewsGraph", "NewsGraphLoading",
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      swiftSettings: strict),
    .testTarget(
      name: "CommandTests", dependencies: ["NewsGraph", "NewsGraphCommand"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
