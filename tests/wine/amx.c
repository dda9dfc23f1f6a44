/* TEST ONLY. Linux gives a process the tile registers of newer processors when it asks, and Wine 8 does not ask; what the
   processor promises, onnxruntime uses. Loaded into Wine by LD_PRELOAD. */
#include <sys/syscall.h>
#include <unistd.h>
__attribute__((constructor)) static void ask(void) { syscall(SYS_arch_prctl, 0x1023, 18); }
