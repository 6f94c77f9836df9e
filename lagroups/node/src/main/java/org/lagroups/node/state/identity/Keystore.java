package org.lagroups.node.state.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;

/**
 * A PKCS#12 file (RFC 7292) with the secret of a node's identity as its one entry.
 *
 * <p>PKCS#12 always wants a password. Where the user has set no passphrase it is a constant, and
 * the file's permissions are the protection.
 */
final class Keystore {

  private static final String ENTRY = "lagroups-identity";

  /** PKCS#12 has no name for our kind of secret; it is 64 bytes, as long as such a key. */
  private static final String KEY_ALGORITHM = "HmacSHA512";

  private static final char[] NO_PASSPHRASE = "no passphrase".toCharArray();

  private final Path file;

  Keystore(Path file) {
    this.file = file;
  }

  boolean exists() {
    return Files.exists(file);
  }

  /**
   * Writes the secret to a file that does not exist yet.
   *
   * @param passphrase empty for none
   */
  void create(Identity identity, char[] passphrase) {
    if (exists()) {
      throw new IllegalStateException("a keystore is never replaced: " + file);
    }
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      char[] password = passphrase.length == 0 ? NO_PASSPHRASE : passphrase;
      store.setKeyEntry(
          ENTRY, new SecretKeySpec(identity.secret().toArray(), KEY_ALGORITHM), password, null);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      OwnerFiles.write(file, out.toByteArray());
    } catch (GeneralSecurityException | IOException e) {
      throw new StateException(
          StateException.Kind.IO, "cannot make a keystore: " + e.getMessage(), "", e);
    }
  }

  /**
   * Reads the secret.
   *
   * @param passphrase empty for none
   * @return nothing if this is not the passphrase
   * @throws StateException if the file is damaged or may not be read
   */
  Optional<Identity> open(char[] passphrase) {
    OwnerFiles.requirePrivate(file);
    try {
      return read(Files.readAllBytes(file), passphrase);
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot read " + file, file, e);
    }
  }

  /** As {@link #open}, of what is in the file. */
  Optional<Identity> read(byte[] content, char[] passphrase) {
    char[] password = passphrase.length == 0 ? NO_PASSPHRASE : passphrase;
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(new ByteArrayInputStream(content), password);
      if (store.getKey(ENTRY, password) instanceof SecretKeySpec key
          && key.getEncoded().length == Identity.SECRET_LENGTH) {
        return Optional.of(Identity.fromSecret(Bytes.wrapOwned(key.getEncoded())));
      }
    } catch (IOException e) {
      if (e.getCause() instanceof UnrecoverableKeyException) {
        return Optional.empty();
      }
      throw damaged(e);
    } catch (GeneralSecurityException | RuntimeException e) {
      throw damaged(e); // the JDK's reader is not written for damaged files
    }
    throw damaged(new IOException("there is no identity in it"));
  }

  private StateException damaged(Exception cause) {
    return new StateException(
        StateException.Kind.DAMAGED,
        "the keystore is damaged: " + file + ": " + cause.getMessage(),
        "put a copy of it from a backup in its place. Without one this node's identity is lost:"
            + " move the file away and start as a new node, which needs new invitations",
        cause);
  }
}
