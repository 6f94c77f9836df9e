package org.lagroups.node.state.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.core.crypto.Identity;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateException.Kind;

class IdentityStoreTest {

  private static final Random RANDOM = new Random(1);

  @TempDir private Path folder;
  private HomeFolder home;
  private IdentityStore store;

  @BeforeEach
  void makeStore() {
    home = HomeFolder.at(folder);
    store = new IdentityStore(home);
  }

  @Test
  void givesTheSameIdentityEverAgain() {
    Identity made = store.openOrCreate(RANDOM, Passphrase.NONE);
    Identity found = new IdentityStore(home).openOrCreate(RANDOM, Passphrase.NONE);

    assertThat(found.secret()).isEqualTo(made.secret());
    assertThat(IdentityFile.read(home.identityFile()))
        .map(IdentityFile::node)
        .contains(made.nodeId());
  }

  @Test
  void writesFilesThatOnlyTheirOwnerReads() {
    store.openOrCreate(RANDOM, Passphrase.NONE);

    OwnerFiles.requirePrivate(home.keystore());
    OwnerFiles.requirePrivate(home.identityFile());
  }

  @Test
  void opensWithThePassphraseItWasMadeWithAndNoOther() {
    Identity made = store.openOrCreate(RANDOM, given("correct horse"));

    assertThat(store.openOrCreate(RANDOM, given("correct horse")).nodeId())
        .isEqualTo(made.nodeId());
    assertRefused(() -> store.openOrCreate(RANDOM, given("battery")), Kind.PASSPHRASE)
        .hasMessageContaining("does not open");
    assertRefused(() -> store.openOrCreate(RANDOM, Passphrase.NONE), Kind.PASSPHRASE)
        .hasMessageContaining("has a passphrase");
  }

  @Test
  void asksForThePassphraseThreeTimes() {
    Identity made = store.openOrCreate(RANDOM, given("correct horse"));
    Typed typed = new Typed("wrong", "wrong again", "correct horse");

    assertThat(store.openOrCreate(RANDOM, typed).nodeId()).isEqualTo(made.nodeId());
    assertRefused(
        () -> store.openOrCreate(RANDOM, new Typed("a", "b", "c", "correct horse")),
        Kind.PASSPHRASE);
  }

  @Test
  void neverReplacesADamagedKeystore() throws IOException {
    store.openOrCreate(RANDOM, Passphrase.NONE);
    byte[] whole = Files.readAllBytes(home.keystore());
    for (int length : new int[] {0, 1, 10, whole.length / 2, whole.length - 1}) {
      byte[] cut = Arrays.copyOf(whole, length);
      Files.write(home.keystore(), cut);

      assertRefused(() -> store.openOrCreate(RANDOM, Passphrase.NONE), Kind.DAMAGED)
          .hasMessageContaining(home.keystore().toString())
          .extracting(e -> ((StateException) e).hint())
          .asString()
          .contains("backup");
      assertThat(home.keystore()).hasBinaryContent(cut);
    }
  }

  @Test
  void givesTheRightIdentityOrNoneWhateverByteHasChanged() throws IOException {
    Identity made = store.openOrCreate(RANDOM, Passphrase.NONE);
    byte[] whole = Files.readAllBytes(home.keystore());
    int refused = 0;
    for (int i = 0; i < whole.length; i += 7) {
      byte[] flipped = whole.clone();
      flipped[i] ^= 0x55;
      Files.write(home.keystore(), flipped);
      try {
        Identity found = store.openOrCreate(RANDOM, Passphrase.NONE);
        assertThat(found.secret()).isEqualTo(made.secret()); // the file's labels do not matter
      } catch (StateException e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(whole.length / 14);
  }

  @Test
  void makesNoNewKeysWhenTheKeystoreHasGone() throws IOException {
    store.openOrCreate(RANDOM, Passphrase.NONE);
    Files.delete(home.keystore());

    assertRefused(() -> store.openOrCreate(RANDOM, Passphrase.NONE), Kind.DAMAGED)
        .hasMessageContaining("is gone");
    assertThat(home.keystore()).doesNotExist();
  }

  @Test
  void makesThePublicFileAgainFromTheKeystore() throws IOException {
    Identity made = store.openOrCreate(RANDOM, Passphrase.NONE);
    Files.delete(home.identityFile());
    store.openOrCreate(RANDOM, Passphrase.NONE);

    assertThat(IdentityFile.read(home.identityFile()))
        .map(IdentityFile::node)
        .contains(made.nodeId());
  }

  @Test
  void noticesThePublicFileOfAnotherNode() {
    store.openOrCreate(RANDOM, Passphrase.NONE);
    Identity other = Identity.generate(new Random(2));
    new IdentityFile(
            other.nodeId(),
            other.publicIdentity().ed25519().toHex(),
            other.publicIdentity().bls().toHex())
        .write(home.identityFile());

    assertRefused(() -> store.openOrCreate(RANDOM, Passphrase.NONE), Kind.DAMAGED)
        .hasMessageContaining("another node");
  }

  @Test
  void refusesAKeystoreThatOthersMayRead() throws IOException {
    store.openOrCreate(RANDOM, Passphrase.NONE);
    Files.setPosixFilePermissions(home.keystore(), PosixFilePermissions.fromString("rw-r-----"));

    assertRefused(() -> store.openOrCreate(RANDOM, Passphrase.NONE), Kind.PERMISSION);
  }

  @Test
  void saysThatTheIdentityFileIsDamaged() throws IOException {
    Files.writeString(
        home.identityFile(), "{\"node\":\"n1typo\",\"ed25519\":\"00\",\"bls\":\"00\"}");
    assertRefused(() -> IdentityFile.read(home.identityFile()), Kind.DAMAGED);
    Files.writeString(home.identityFile(), "");
    assertRefused(() -> IdentityFile.read(home.identityFile()), Kind.DAMAGED);
  }

  private static AbstractThrowableAssert<?, ?> assertRefused(ThrowingCallable call, Kind kind) {
    return assertThatThrownBy(call)
        .isInstanceOfSatisfying(StateException.class, e -> assertThat(e.kind()).isEqualTo(kind));
  }

  private static Passphrase given(String text) {
    return new Passphrase() {
      @Override
      public Optional<char[]> given() {
        return Optional.of(text.toCharArray());
      }

      @Override
      public Optional<char[]> ask(String question) {
        return Optional.empty();
      }
    };
  }

  /** Somebody at a terminal. */
  private static final class Typed implements Passphrase {
    private final String[] answers;
    private int next;

    Typed(String... answers) {
      this.answers = answers;
    }

    @Override
    public Optional<char[]> given() {
      return Optional.empty();
    }

    @Override
    public Optional<char[]> ask(String question) {
      return Optional.of(answers[next++].toCharArray());
    }
  }
}
