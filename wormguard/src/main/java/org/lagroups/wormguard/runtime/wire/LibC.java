package org.lagroups.wormguard.runtime.wire;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * The functions of the C library that packet sockets take, under their names there. What fails
 * answers the negative number of the error. One thread at a time.
 */
@SuppressWarnings("restricted") // Calling native code is what this is for.
final class LibC {

  private static final Linker LINKER = Linker.nativeLinker();
  private static final Linker.Option WITH_ERROR = Linker.Option.captureCallState("errno");
  private static final StructLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERROR =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle SOCKET = handle("socket", JAVA_INT, JAVA_INT, JAVA_INT);
  private static final MethodHandle BIND = handle("bind", JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle SET_OPTION =
      handle("setsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT);
  private static final MethodHandle GET_OPTION =
      handle("getsockopt", JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS);
  private static final MethodHandle RECEIVE =
      handle("recvmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS);
  private static final MethodHandle SEND =
      handle("sendmmsg", JAVA_INT, ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle POLL = handle("poll", ADDRESS, JAVA_INT, JAVA_INT);
  private static final MethodHandle CLOSE = handle("close", JAVA_INT);
  private static final MethodHandle INDEX = handle("if_nametoindex", ADDRESS);

  private final MemorySegment state = Arena.ofAuto().allocate(STATE);

  int socket(int domain, int type, int protocol) {
    try {
      return answer((int) SOCKET.invokeExact(state, domain, type, protocol));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int bind(int socket, MemorySegment address) {
    try {
      return answer((int) BIND.invokeExact(state, socket, address, (int) address.byteSize()));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int setOption(int socket, int level, int option, MemorySegment value) {
    try {
      return answer(
          (int)
              SET_OPTION.invokeExact(state, socket, level, option, value, (int) value.byteSize()));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /**
   * Reads an option.
   *
   * @param size how much room there is; then how much was written
   */
  int getOption(int socket, int level, int option, MemorySegment value, MemorySegment size) {
    try {
      return answer((int) GET_OPTION.invokeExact(state, socket, level, option, value, size));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int receive(int socket, MemorySegment messages, int count, int flags) {
    try {
      return answer(
          (int) RECEIVE.invokeExact(state, socket, messages, count, flags, MemorySegment.NULL));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int send(int socket, MemorySegment messages, int count, int flags) {
    try {
      return answer((int) SEND.invokeExact(state, socket, messages, count, flags));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int poll(MemorySegment sockets, int count, int millis) {
    try {
      return answer((int) POLL.invokeExact(state, sockets, count, millis));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  int close(int socket) {
    try {
      return answer((int) CLOSE.invokeExact(state, socket));
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** The number of an interface; 0 if there is none of that name. */
  int index(MemorySegment name) {
    try {
      return (int) INDEX.invokeExact(state, name);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private int answer(int result) {
    return result == -1 ? -(int) ERROR.get(state, 0L) : result;
  }

  private static RuntimeException unexpected(Throwable thrown) {
    return switch (thrown) {
      case RuntimeException e -> e;
      case Error e -> throw e;
      default -> new IllegalStateException(thrown);
    };
  }

  private static MethodHandle handle(String name, MemoryLayout... arguments) {
    return LINKER.downcallHandle(
        LINKER.defaultLookup().findOrThrow(name),
        FunctionDescriptor.of(JAVA_INT, arguments),
        WITH_ERROR);
  }
}
