package org.lagroups.wormguard.runtime.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.lagroups.wormguard.match.Hit;
import org.lagroups.wormguard.match.Hits;
import org.lagroups.wormguard.match.hyperscan.HyperscanUnavailableException;

class MatchingTest {

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void isNativeWhereTheProgramBringsALibrary() {
    assertThat(Matching.best().whyNotNative()).isEmpty();
    assertThat(Matching.best().name()).startsWith("Hyperscan 5.");
  }

  @Test
  void isTheAutomatonWhereThereIsNoLibrary() {
    Matching matching =
        Matching.of(() -> {
          throw new HyperscanUnavailableException("there is none");
        });
    assertThat(matching.whyNotNative()).contains("Hyperscan cannot be used: there is none");
    assertThat(Hits.of(matching.compiler(), Hits.literals("worm"), Hits.bytes("a worm")))
        .containsExactly(new Hit(0, 6));
  }

  @Test
  void saysThatALibraryIsMissing() {
    assertThatExceptionOfType(HyperscanUnavailableException.class)
        .isThrownBy(() -> HyperscanLibrary.unpacked("no/such/library.so"))
        .withMessageContaining("no/such/library.so");
  }

  @Test
  @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
  void saysThatALibraryIsAnother() {
    assertThatExceptionOfType(HyperscanUnavailableException.class)
        .isThrownBy(
            () -> HyperscanLibrary.unpacked("org/sqlite/native/Linux/x86_64/libsqlitejdbc.so"))
        .withMessage("the library has no hs_version");
  }
}
