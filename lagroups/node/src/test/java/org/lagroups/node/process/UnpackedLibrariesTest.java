package org.lagroups.node.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnpackedLibrariesTest {

  private static final String LIBRARY = System.mapLibraryName("blst");
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @TempDir private Path temporary;

  @Test
  void removesWhatKilledProgramsHaveLeft() throws IOException {
    Path unpacked = folder("blst@1", Duration.ofHours(1), LIBRARY);
    Path empty = folder("blst@2", Duration.ofHours(1));

    assertThat(UnpackedLibraries.sweep(temporary, NOW)).isEqualTo(2);
    assertThat(unpacked).doesNotExist();
    assertThat(empty).doesNotExist();
  }

  @Test
  void leavesWhatMayBeInUseOrIsSomebodyElses() throws IOException {
    Path beingUnpacked = folder("blst@1", Duration.ofSeconds(5), LIBRARY);
    Path withMore = folder("blst@2", Duration.ofHours(1), LIBRARY, "letter.txt");
    Path other = folder("blast@3", Duration.ofHours(1), LIBRARY);
    Path target = folder("kept", Duration.ofHours(1), LIBRARY);
    Files.createSymbolicLink(temporary.resolve("blst@4"), target);

    assertThat(UnpackedLibraries.sweep(temporary, NOW)).isZero();
    assertThat(beingUnpacked.resolve(LIBRARY)).exists();
    assertThat(withMore.resolve(LIBRARY)).exists();
    assertThat(other.resolve(LIBRARY)).exists();
    assertThat(target.resolve(LIBRARY)).exists();
  }

  @Test
  void doesWithoutATemporaryFolder() {
    assertThat(UnpackedLibraries.sweep(temporary.resolve("nowhere"), NOW)).isZero();
  }

  private Path folder(String name, Duration age, String... files) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    for (String file : files) {
      Files.writeString(folder.resolve(file), "x");
    }
    Files.setLastModifiedTime(folder, FileTime.from(NOW.minus(age)));
    return folder;
  }
}
