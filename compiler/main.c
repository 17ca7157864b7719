/*
 * polc, the privacy-policy compiler. Everything is in cli/ and behind it.
 */
#include "cli/cli.h"

int main(int argc, char **argv)
{
	return cli_main(argc, argv);
}
