package org.lagroups.node.state.identity;

import java.io.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.OwnerFiles;

/**
 * Where the keystore's passphrase comes from: an environment variable, a file, or the terminal.
 * Never from the command line, which other users can read.
 */
public interface Passphrase {

  /** The environment variable with the passphrase itself. */
  String VARIABLE = "LAG_PASSPHRASE";

  /** The environment variable with the name of a file whose first line is the passphrase. */
  String FILE_VARIABLE = "LAG_PASSPHRASE_FILE";

  /** There is none, and nobody to ask. */
  Passphrase NONE =
      new Passphrase() {
        @Override
        public Optional<char[]> given() {
          return Optional.empty();
        }

        @Override
        public Optional<char[]> ask(String question) {
          return Optional.empty();
        }
      };

  /** The passphrase that was given beforehand, if any. */
  Optional<char[]> given();

  /** Asks a person, if there is one at a terminal. */
  Optional<char[]> ask(String question);

  /** From the environment or a file that it names, or else the terminal. */
  static Passphrase of(Map<String, String> environment) {
    return new Passphrase() {
      @Override
      public Optional<char[]> given() {
        String value = environment.get(VARIABLE);
        if (value != null) {
          return Optional.of(value.toCharArray());
        }
        return Optional.ofNullable(environment.get(FILE_VARIABLE)).map(Passphrase::firstLine);
      }

      @Override
      public Optional<char[]> ask(String question) {
        return Optional.ofNullable(terminal())
            .filter(Console::isTerminal)
            .map(console -> console.readPassword("%s ", question));
      }
    };
  }

  /** Without a terminal there may be none; JDK 22 has changed that for some cases only. */
  @SuppressWarnings("SystemConsoleNull")
  private static @Nullable Console terminal() {
    return System.console();
  }

  private static char[] firstLine(String name) {
    Path file = Path.of(name);
    try {
      OwnerFiles.requirePrivate(file);
      return Files.readString(file, StandardCharsets.UTF_8)
          .lines()
          .findFirst()
          .orElse("")
          .toCharArray();
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot read the passphrase", file, e);
    }
  }
}
