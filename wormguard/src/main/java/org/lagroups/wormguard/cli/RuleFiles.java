package org.lagroups.wormguard.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.RuleLoader;
import org.lagroups.wormguard.rule.load.RuleSet;

/** Files of rules that are named on the command line. */
final class RuleFiles {

  private static final String STANDARD_INPUT = "-";

  private RuleFiles() {}

  /** What to call a file; {@code -} is standard input. */
  static String name(Path file) {
    return isStandardInput(file) ? "standard input" : Output.safe(file.toString());
  }

  static RuleSet load(Path file, Variables variables) {
    try (InputStream in = isStandardInput(file) ? System.in : Files.newInputStream(file)) {
      return RuleLoader.load(in, variables);
    } catch (NoSuchFileException e) {
      throw new CommandFailedException(
          "there is no file " + name(file), "name a file of rules that is there");
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot read %s: %s".formatted(name(file), Output.safe(String.valueOf(e.getMessage()))),
          "name a file that you may read");
    }
  }

  private static boolean isStandardInput(Path file) {
    return file.toString().equals(STANDARD_INPUT);
  }
}
