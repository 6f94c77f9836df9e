/**
 * Running machines on a Netty event loop and a transport.
 *
 * <p>Start with {@link org.lagroups.node.runtime.host.MachineHost}: it hands what arrives to the
 * machine it is for, and gives each machine its {@link org.lagroups.machine.Environment}. A machine
 * that throws stops nothing.
 *
 * <p><b>Threads.</b> The event loop, except {@link org.lagroups.node.runtime.host.NettyLoop}, by
 * which other threads get there.
 */
@NullMarked
package org.lagroups.node.runtime.host;

import org.jspecify.annotations.NullMarked;
