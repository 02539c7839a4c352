// The program's door: everything it can do is a command in app/.
#include "app/commands.h"

int main(int argc, char** argv) { return heiban::run_command(argc, argv); }
