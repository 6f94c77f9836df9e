package org.lagroups.desktop.start;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Executor;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.KeyBackup;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.node.state.HomeFolder;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.identity.IdentityFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The keys in a home of this machine. */
public final class HomeKeys implements KeyBackup {

  private static final Logger LOG = LoggerFactory.getLogger(HomeKeys.class);

  /** A keystore has some kilobytes. */
  private static final int MAX_BYTES = 1024 * 1024;

  /** So much of the node's ID tells one copy from another. */
  private static final int ID_LENGTH = 13;

  private final Texts texts = Texts.of(HomeKeys.class);
  private final HomeFolder home;
  private final Executor ui;

  /**
   * Of a node.
   *
   * @param ui runs what it is given on the JavaFX thread
   */
  public HomeKeys(HomeFolder home, Executor ui) {
    this.home = home;
    this.ui = ui;
  }

  @Override
  public boolean isHere() {
    return true;
  }

  @Override
  public Answer<Path> copyInto(String folder) {
    Answer<Path> answer = new Answer<>(_ -> {});
    Thread.ofVirtual()
        .name("lag-ui-keys")
        .start(() -> {
          try {
            Path copy = copy(folder);
            ui.execute(() -> answer.complete(copy));
          } catch (StateException e) {
            Problem problem =
                new Problem(e.kind().code(), String.valueOf(e.getMessage()), e.hint());
            ui.execute(() -> answer.fail(problem));
          } catch (RuntimeException | Error e) {
            LOG.atError().setCause(e).log("the keys cannot be copied");
            ui.execute(() -> answer.fail(Problem.of(e)));
          }
        });
    return answer;
  }

  private Path copy(String typed) {
    Path folder = folder(typed);
    byte[] keys = keys();
    String id =
        IdentityFile.read(home.identityFile())
            .map(identity -> "-" + identity.node().toString().substring(0, ID_LENGTH))
            .orElse("");
    Path copy = folder.resolve("lagroups-keys" + id + ".p12");
    try {
      if (!Files.exists(copy)) {
        OwnerFiles.write(copy, keys);
      } else if (Files.size(copy) != keys.length || Files.mismatch(copy, home.keystore()) >= 0) {
        throw new StateException(
            StateException.Kind.IN_USE,
            texts.get("keysInTheWay", copy),
            texts.get("keysInTheWay.hint"));
      }
      return copy;
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot write " + copy, copy, e);
    }
  }

  private Path folder(String typed) {
    try {
      Path folder = Path.of(typed);
      if (folder.isAbsolute() && Files.isDirectory(folder)) {
        return folder;
      }
    } catch (InvalidPathException e) {
      throw notAFolder(typed);
    }
    throw notAFolder(typed);
  }

  private StateException notAFolder(String typed) {
    return new StateException(
        StateException.Kind.IO,
        typed.isEmpty() ? texts.get("noFolder") : texts.get("noSuchFolder", typed),
        texts.get("noFolder.hint"));
  }

  private byte[] keys() {
    Path file = home.keystore();
    try {
      if (Files.size(file) > MAX_BYTES) {
        throw new StateException(
            StateException.Kind.DAMAGED,
            texts.get("keysTooLong", file),
            texts.get("keysTooLong.hint"));
      }
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw new StateException(
          StateException.Kind.IO, texts.get("noKeys", file), texts.get("noKeys.hint"), e);
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot read " + file, file, e);
    }
  }
}
