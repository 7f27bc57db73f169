using System.Text;
using FundingReports.Cli;
using FundingReports.Cli.Commands;
using FundingReports.Cli.Host;
using NodaTime;

var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using Stream stream = Console.OpenStandardOutput();
// Not disposed of: the tool flushes what it writes, and an output that is closed has nothing more to say.
var output = new StreamWriter(stream, utf8);
var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
if (OperatingSystem.IsWindows() && !Console.IsOutputRedirected)
    Console.OutputEncoding = utf8;
int code =
    Tool.Run(args, new Terminal(output, stream, error, SystemClock.Instance, Outputs.Real) { IsTerminal = !Console.IsErrorRedirected });
// The window that opened for a dropped file closes with the program: not before it was read.
if (OperatingSystem.IsWindows() && DroppedFile.Are(args) && !Console.IsInputRedirected && !Console.IsOutputRedirected)
{
    Console.WriteLine(Tool.CloseWindow);
    Console.ReadLine();
}
return code;
