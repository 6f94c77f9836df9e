package org.lagroups.node.cli;

import java.io.PrintWriter;
import java.util.List;
import org.lagroups.node.control.ErrorBody;
import org.lagroups.node.control.json.Json;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, and how to find out more; exit code 2. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException exception, String[] args) {
    CommandLine command = exception.getCommandLine();
    PrintWriter err = command.getErr();
    String message = messageOf(exception);
    // What stands behind the error was not read any more.
    if (List.of(args).contains("--json")) {
      String hint = command.getCommandSpec().qualifiedName() + " --help";
      err.println(Json.write(new ErrorBody("usage", message, hint)));
      err.flush();
      return CommandLine.ExitCode.USAGE;
    }
    err.println("lag: " + message);
    UnmatchedArgumentException.printSuggestions(exception, err);
    err.println("  Usage: " + command.getHelp().synopsis(0).strip());
    err.println("  More: " + command.getCommandSpec().qualifiedName() + " --help");
    err.flush();
    return CommandLine.ExitCode.USAGE;
  }

  private static String messageOf(ParameterException exception) {
    String message = String.valueOf(exception.getMessage());
    return exception instanceof MutuallyExclusiveArgsException
        ? message.replaceFirst("^Error: ", "")
        : message;
  }
}
