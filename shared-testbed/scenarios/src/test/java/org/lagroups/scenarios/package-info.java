/** End-to-end tests: real processes, real sockets on loopback, real files. */
@NullMarked
package org.lagroups.scenarios;

import org.jspecify.annotations.NullMarked;
