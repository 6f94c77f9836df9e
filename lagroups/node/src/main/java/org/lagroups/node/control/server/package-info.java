/**
 * The node's side of the control API: the JDK's HTTP server on the loopback interface.
 *
 * <p>Start with {@link org.lagroups.node.control.server.ControlServer}. Every request passes {@link
 * org.lagroups.node.control.server.Guard} (token, host, size) before a route sees it; {@link
 * org.lagroups.node.control.server.EventLog} keeps the latest events and hands them to everyone who
 * listens; {@link org.lagroups.node.control.server.OpenApi} describes all routes.
 *
 * <p><b>Threads.</b> One virtual thread a request.
 */
@NullMarked
package org.lagroups.node.control.server;

import org.jspecify.annotations.NullMarked;
