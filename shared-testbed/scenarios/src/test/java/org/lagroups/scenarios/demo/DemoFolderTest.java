package org.lagroups.scenarios.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoFolderTest {

  @TempDir private Path folder;

  @Test
  void findsNoFolderWhereThereIsNone() {
    assertThat(DemoFolder.find(List.of())).isEmpty();
    assertThat(DemoFolder.find(List.of(folder, folder.resolve("missing")))).isEmpty();
  }

  @Test
  void thenGathersEnoughRealFilesFromTheMachine() throws IOException {
    assertGathersEnough(GatheredFolder.sources());
  }

  @Test
  void atLastItsOwnSourcesAreEnough() throws IOException {
    Path nothing = Files.createDirectory(folder.resolve("nothing"));
    Path checkout = GatheredFolder.checkout().orElseThrow();
    assertGathersEnough(List.of(nothing, folder.resolve("missing"), checkout));
  }

  @Test
  void passesOverWhatCannotBeSharedAndIsNotThereAtAll() throws IOException {
    Path source = Files.createDirectory(folder.resolve("source"));
    Files.writeString(source.resolve("good.txt"), "content");
    Files.writeString(source.resolve(".hidden"), "content");
    Files.writeString(source.resolve("empty.txt"), "");
    Files.createSymbolicLink(source.resolve("link.txt"), source.resolve("good.txt"));
    Files.createDirectory(source.resolve(".git"));
    Files.writeString(source.resolve(".git").resolve("inside.txt"), "content");
    DemoFolder.Found found = GatheredFolder.gather(List.of(source), folder.resolve("target"));
    assertThat(found.files()).isEqualTo(1);
    assertThat(files(found.folder())).singleElement().asString().endsWith("good.txt");
  }

  private void assertGathersEnough(List<Path> sources) throws IOException {
    DemoFolder.Found found = GatheredFolder.gather(sources, folder.resolve("target"));
    assertThat(found.files()).isBetween(DemoFolder.LEAST_FILES, DemoFolder.MOST_FILES);
    assertThat(found.bytes()).isLessThanOrEqualTo(DemoFolder.MOST_BYTES);
    List<Path> copies = files(found.folder());
    assertThat(copies).hasSize(found.files());
    for (Path copy : copies) {
      Path original = Path.of("/").resolve(found.folder().relativize(copy));
      assertThat(Files.mismatch(copy, original)).as("copy of %s", original).isEqualTo(-1);
    }
    assertThat(DemoFolder.chooseFile(found.folder()).bytes()).isPositive();
  }

  private static List<Path> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }
}
