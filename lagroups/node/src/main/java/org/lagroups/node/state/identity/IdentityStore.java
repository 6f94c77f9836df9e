package org.lagroups.node.state.identity;

import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.StateException;

/** The identity of the node at a home folder. The caller holds the home's lock. */
public final class IdentityStore {

  private static final int TRIES = 3;

  private final HomeFolder home;
  private final Keystore keystore;

  public IdentityStore(HomeFolder home) {
    this.home = home;
    this.keystore = new Keystore(home.keystore());
  }

  /** Whether the node has an identity already. */
  public boolean exists() {
    return keystore.exists();
  }

  /**
   * The node's identity, made now if there is none.
   *
   * @param random unpredictable
   * @throws StateException if there is one that cannot be read; it is never replaced
   */
  public Identity openOrCreate(RandomGenerator random, Passphrase passphrase) {
    return exists() ? open(passphrase) : create(random, passphrase.given());
  }

  /**
   * Makes the node's identity.
   *
   * @param passphrase protects the keystore; none leaves that to the file's permissions
   */
  public Identity create(RandomGenerator random, Optional<char[]> passphrase) {
    if (Files.exists(home.identityFile())) {
      throw new StateException(
          StateException.Kind.DAMAGED,
          "the keystore " + home.keystore() + " is gone, but " + home.identityFile() + " is there",
          "put the keystore back from a backup; or delete that file to start as a new node");
    }
    Identity identity = Identity.generate(random);
    keystore.create(identity, passphrase.orElse(new char[0]));
    publicFile(identity.publicIdentity()).write(home.identityFile());
    return identity;
  }

  private Identity open(Passphrase passphrase) {
    Identity identity = unlock(passphrase);
    IdentityFile expected = publicFile(identity.publicIdentity());
    Optional<IdentityFile> found = IdentityFile.read(home.identityFile());
    if (found.isEmpty()) {
      expected.write(home.identityFile());
    } else if (!found.get().equals(expected)) {
      throw new StateException(
          StateException.Kind.DAMAGED,
          home.identityFile() + " names another node than the keystore beside it",
          "put the right keystore back from a backup, or delete that file to keep the keystore's");
    }
    return identity;
  }

  private Identity unlock(Passphrase passphrase) {
    Optional<char[]> given = passphrase.given();
    Optional<Identity> opened = tryOpen(given.orElse(new char[0]));
    if (opened.isEmpty() && given.isPresent()) {
      throw wrongPassphrase("the passphrase given does not open the keystore");
    }
    for (int i = 0; i < TRIES && opened.isEmpty(); i++) {
      char[] asked =
          passphrase
              .ask("Passphrase of " + home.keystore() + ":")
              .orElseThrow(() -> wrongPassphrase("the keystore has a passphrase"));
      opened = tryOpen(asked);
    }
    return opened.orElseThrow(
        () -> wrongPassphrase("none of these passphrases opens the keystore"));
  }

  /** Opens the keystore and forgets the passphrase; nothing if it is the wrong one. */
  private Optional<Identity> tryOpen(char[] passphrase) {
    try {
      return keystore.open(passphrase);
    } finally {
      Arrays.fill(passphrase, ' ');
    }
  }

  private StateException wrongPassphrase(String message) {
    return new StateException(
        StateException.Kind.PASSPHRASE,
        message + ": " + home.keystore(),
        "set "
            + Passphrase.VARIABLE
            + ", or name a file by "
            + Passphrase.FILE_VARIABLE
            + ", or start from a terminal; if the passphrase is right, the file may be damaged");
  }

  private static IdentityFile publicFile(PublicIdentity identity) {
    return new IdentityFile(identity.nodeId(), identity.ed25519().toHex(), identity.bls().toHex());
  }
}
