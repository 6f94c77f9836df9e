/** Tests of questions and answers. */
@NullMarked
package org.lagroups.core.monitor.ask;

import org.jspecify.annotations.NullMarked;
