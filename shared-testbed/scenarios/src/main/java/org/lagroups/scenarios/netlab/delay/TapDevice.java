package org.lagroups.scenarios.netlab.delay;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;

/**
 * A network interface whose other end is this process (Linux, {@code
 * Documentation/networking/tuntap.rst}). It is gone when this process ends. One thread may read
 * while another writes.
 */
final class TapDevice {

  private static final String CLONE = "/dev/net/tun";
  private static final int READ_WRITE = 2;
  private static final int SET_INTERFACE = 0x400454ca;
  private static final int REQUEST_BYTES = 40;
  private static final int NAME_BYTES = 16;

  /** Ethernet frames, and nothing before them. */
  private static final short FLAGS = 0x0002 | 0x1000;

  private static final int FRAME_BYTES = 65_536;

  private static final Linker LINKER = Linker.nativeLinker();
  private static final MemoryLayout STATE = Linker.Option.captureStateLayout();
  private static final VarHandle ERROR =
      STATE.varHandle(MemoryLayout.PathElement.groupElement("errno"));

  private static final MethodHandle OPEN =
      function("open", 2, FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
  private static final MethodHandle CONTROL =
      function("ioctl", 2, FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, ADDRESS));
  private static final MethodHandle READ =
      function("read", 3, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
  private static final MethodHandle WRITE =
      function("write", 3, FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));

  private final int descriptor;
  private final Buffer incoming = new Buffer();
  private final Buffer outgoing = new Buffer();

  private TapDevice(int descriptor) {
    this.descriptor = descriptor;
  }

  /** Memory that one thread exchanges with the kernel. */
  private static final class Buffer {
    private final MemorySegment state = Arena.global().allocate(STATE);
    private final MemorySegment frame = Arena.global().allocate(FRAME_BYTES);

    private IOException failed(String what) {
      return new IOException("%s: error %d".formatted(what, (int) ERROR.get(state, 0L)));
    }
  }

  /**
   * Makes an interface.
   *
   * @throws IOException if the kernel has no such interfaces or this process may not make one
   */
  static TapDevice open(String name) throws IOException {
    Buffer buffer = new Buffer();
    MemorySegment path = Arena.global().allocateFrom(CLONE);
    int descriptor = (int) call(() -> (int) OPEN.invokeExact(buffer.state, path, READ_WRITE));
    if (descriptor < 0) {
      throw buffer.failed("cannot open " + CLONE + "; is there the kernel's module `tun`");
    }
    MemorySegment request = Arena.global().allocate(REQUEST_BYTES);
    request.setString(0, name);
    request.set(JAVA_SHORT, NAME_BYTES, FLAGS);
    if (call(
            () ->
                (int) CONTROL.invokeExact(buffer.state, descriptor, (long) SET_INTERFACE, request))
        < 0) {
      throw buffer.failed("cannot make the interface " + name);
    }
    return new TapDevice(descriptor);
  }

  /** Waits for a frame that the kernel sends to the interface. */
  byte[] read() throws IOException {
    long length =
        call(() ->
            (long)
                READ.invokeExact(incoming.state, descriptor, incoming.frame, (long) FRAME_BYTES));
    if (length < 0) {
      throw incoming.failed("cannot read a frame");
    }
    return incoming.frame.asSlice(0, length).toArray(JAVA_BYTE);
  }

  /** Lets a frame come in by the interface. */
  void write(byte[] frame) throws IOException {
    MemorySegment.copy(frame, 0, outgoing.frame, JAVA_BYTE, 0, frame.length);
    long length = frame.length;
    if (call(() -> (long) WRITE.invokeExact(outgoing.state, descriptor, outgoing.frame, length))
        < 0) {
      throw outgoing.failed("cannot write a frame");
    }
  }

  /** A call into the system's library. */
  @FunctionalInterface
  private interface NativeCall {
    long run() throws Throwable;
  }

  private static long call(NativeCall call) {
    try {
      return call.run();
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("a call into the system's library", e);
    }
  }

  /**
   * A function of the system's library; the program's options allow such calls.
   *
   * @param fixed how many of its parameters it does not take as variable ones
   */
  @SuppressWarnings("restricted")
  private static MethodHandle function(String name, int fixed, FunctionDescriptor type) {
    Linker.Option error = Linker.Option.captureCallState("errno");
    MemorySegment address = LINKER.defaultLookup().findOrThrow(name);
    return fixed < type.argumentLayouts().size()
        ? LINKER.downcallHandle(address, type, error, Linker.Option.firstVariadicArg(fixed))
        : LINKER.downcallHandle(address, type, error);
  }
}
