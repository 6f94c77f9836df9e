package org.lagroups.node.cli;

import java.io.PrintWriter;
import org.lagroups.node.control.ErrorBody;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.node.control.json.Json;
import org.lagroups.node.state.StateException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells why a command failed and what to do next; exit code 1. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception exception, CommandLine command, ParseResult parsed)
      throws Exception {
    ErrorBody error =
        switch (exception) {
          case CommandFailedException e -> body("failed", e, e.hint());
          case ControlException e ->
              new ErrorBody(e.code(), String.valueOf(e.getMessage()), e.hint(), e.field());
          case StateException e -> body(e.kind().code(), e, e.hint());
          case ParameterException e -> throw e;
          default -> body("internal", exception, "");
        };
    Lag lag = (Lag) command.getCommandSpec().root().userObject();
    PrintWriter err = command.getErr();
    if (lag.output().isJson()) {
      err.println(Json.write(error));
    } else {
      err.println("lag: " + error.message());
      if (!error.hint().isEmpty()) {
        err.println("  " + error.hint());
      }
    }
    if (error.error().equals("internal")) {
      exception.printStackTrace(err);
    }
    err.flush();
    return CommandLine.ExitCode.SOFTWARE;
  }

  private static ErrorBody body(String code, Exception exception, String hint) {
    String message = exception.getMessage();
    return new ErrorBody(
        code, message == null ? exception.getClass().getSimpleName() : message, hint);
  }
}
