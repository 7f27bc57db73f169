using System.Text;
using FundingReports.Cli;
using FundingReports.Cli.Commands;
using FundingReports.Cli.Host;
using NodaTime;

StandardStreams.TakeClosed();
var utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using Stream stream = Console.OpenStandardOutput();
// Not disposed of: the tool flushes what it writes, and an output that is closed has nothing more to say.
var output = new StreamWriter(stream, utf8);
var error = new StreamWriter(Console.OpenStandardError(), utf8) { AutoFlush = true };
// A window of Windows shows letters by a code page of its own, which the next program may count on.
bool isWindow = OperatingSystem.IsWindows() && !(Console.IsOutputRedirected && Console.IsErrorRedirected);
Encoding before = isWindow ? Console.OutputEncoding : utf8;
if (isWindow)
    Console.OutputEncoding = utf8;
int code =
    Tool.Run(args, new Terminal(output, stream, error, SystemClock.Instance, Outputs.Real) { IsTerminal = !Console.IsErrorRedirected });
// The window that opened for a dropped file closes with the program: not before it was read.
if (OperatingSystem.IsWindows() && (DroppedFile.Are(args) || args.Length > 0 && DroppedFile.FolderOf(args) is not null)
    && !Console.IsInputRedirected && !Console.IsOutputRedirected)
{
    Console.WriteLine(Tool.CloseWindow);
    Console.ReadLine();
}
if (isWindow)
    Console.OutputEncoding = before;
return code;
