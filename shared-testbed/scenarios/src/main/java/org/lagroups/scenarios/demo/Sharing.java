package org.lagroups.scenarios.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.lagroups.machine.NodeId;
import org.lagroups.node.cli.Captured;
import org.lagroups.scenarios.process.Cli;
import tools.jackson.databind.JsonNode;

/** The demo's steps about files, typed as commands at the searcher's and the publisher's node. */
final class Sharing {

  private static final int PATHS = 3;

  private final Cast cast;
  private final Path folder;
  private final List<DemoReport.Figure> figures;
  private DemoFolder.Chosen wanted = DemoFolder.NOTHING;
  private String number = "";
  private List<List<String>> pathsVerified = List.of();

  Sharing(Cast cast, Path folder, List<DemoReport.Figure> figures) {
    this.cast = cast;
    this.folder = folder;
    this.figures = figures;
  }

  /** The paths over which a record was verified, by name. */
  List<List<String>> pathsVerified() {
    return pathsVerified;
  }

  boolean share(List<String> details) {
    DemoFolder.Found found =
        DemoFolder.find(DemoFolder.usualPlaces()).orElseGet(() -> gathered(details));
    long start = System.nanoTime();
    JsonNode shared =
        cast.at(Topology.PUBLISHER).json("share", "add", found.folder().toString()).json();
    double seconds = (System.nanoTime() - start) / 1e9;
    long files = shared.get("files").asLong();
    details.add("%s: %d files shared".formatted(found.folder(), files));
    figure("Files shared", String.valueOf(files));
    figure("Hashed and indexed in", String.format(Locale.ROOT, "%.1f s", seconds));
    wanted = DemoFolder.chooseFile(found.folder());
    return files >= DemoFolder.LEAST_FILES;
  }

  private DemoFolder.Found gathered(List<String> details) {
    DemoFolder.Found found =
        GatheredFolder.gather(GatheredFolder.sources(), folder.resolve("gathered"));
    details.add(
        "no folder of this machine has %d to %d files: copied %d together"
            .formatted(DemoFolder.LEAST_FILES, DemoFolder.MOST_FILES, found.files()));
    return found;
  }

  boolean search(List<String> details) {
    Cli searcher = cast.at(Topology.SEARCHER);
    JsonNode view = searcher.json("share", "search", wanted.words()).json();
    details.add("$ lag share search " + wanted.words());
    for (JsonNode hit : view.get("hits")) {
      if (hit.get("name").asString().equals(wanted.name())
          && hit.get("sizeBytes").asLong() == wanted.bytes()) {
        number = hit.get("number").asString();
        int paths = hit.get("paths").asInt();
        details.add(
            "%s. %s, %d bytes, published by %s, %d vertex-disjoint paths"
                .formatted(
                    number,
                    wanted.name(),
                    wanted.bytes(),
                    hit.get("publisherName").asString(),
                    paths));
        return paths == PATHS && hit.get("publisherName").asString().equals(Topology.PUBLISHER);
      }
    }
    details.add("not among %d results".formatted(view.get("hits").size()));
    return false;
  }

  boolean verify(List<String> details) {
    Captured result = verification(details);
    JsonNode view = result.json();
    pathsVerified = routes(view).map(this::names).toList();
    return result.isDone()
        && view.get("confirmations").asInt() == PATHS
        && routes(view).allMatch(route -> route.get("outcome").asString().equals("same"));
  }

  /** The lying relay's path disagrees, the two others do not. */
  boolean verifyWithLiar(List<String> details) {
    Captured result = verification(details);
    JsonNode view = result.json();
    return !result.isDone()
        && view.get("confirmations").asInt() == PATHS - 1
        && routes(view)
            .allMatch(route ->
                route
                    .get("outcome")
                    .asString()
                    .equals(names(route).contains(Topology.LIAR) ? "altered" : "same"));
  }

  boolean fetch(List<String> details) {
    Path target = folder.resolve("downloads");
    JsonNode done =
        cast.at(Topology.SEARCHER)
            .json("share", "get", number, "--output", created(target).toString())
            .json();
    Path arrived = Path.of(done.get("path").asString());
    String original = FileHash.sha256(wanted.path());
    String copy = FileHash.sha256(arrived);
    details.add("original SHA-256 " + original);
    details.add("arrived  SHA-256 " + copy);
    figure("Bytes fetched", String.valueOf(wanted.bytes()));
    return original.equals(copy);
  }

  private Captured verification(List<String> details) {
    String paths = String.valueOf(PATHS);
    Captured result =
        cast.at(Topology.SEARCHER).run("--json", "share", "verify", number, "--paths", paths);
    details.add("$ lag share verify %s --paths %s".formatted(number, paths));
    if (result.out().isBlank()) {
      throw new IllegalStateException(result.err());
    }
    routes(result.json())
        .forEach(route ->
            details.add(
                "%-32s %s"
                    .formatted(String.join(" > ", names(route)), route.get("outcome").asString())));
    details.add("conclusion: " + result.json().get("conclusion").asString());
    return result;
  }

  private static Stream<JsonNode> routes(JsonNode view) {
    return StreamSupport.stream(view.get("routes").spliterator(), false);
  }

  private List<String> names(JsonNode route) {
    return StreamSupport.stream(route.get("nodes").spliterator(), false)
        .map(node -> cast.name(NodeId.parse(node.asString())))
        .toList();
  }

  private void figure(String name, String value) {
    figures.add(new DemoReport.Figure(name, value));
  }

  private static Path created(Path folder) {
    try {
      return Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make " + folder, e);
    }
  }
}
