// SPDX-FileCopyrightText: The Hierascope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include <utility>

#include "tests/support/hostile_torch.h"

/// Pickles that call something, or make something, that they should not.
namespace hierascope::testing {

HostileTorchFile besideGoodTensor(std::string name, const std::string& value,
                                  std::vector<std::string> mentions) {
    const std::string pickle = pickled(pickleDict({{"bad", value}, {"w", pickleGoodTensor()}}));
    return {
        std::move(name), torchZip(pickle, {{"0", fourFloats()}}), true, {"w"}, std::move(mentions)};
}

namespace {

using std::string;

std::vector<HostileTorchFile> plainCalls(const string& command) {
    const auto call = [&](string name, const string& module, const string& function) {
        return besideGoodTensor(std::move(name),
                                pickleCall(pickleGlobal(module, function), {pickleText(command)}),
                                {module + "." + function});
    };
    const string python = "__import__('os').system('" + command + "')";
    return {
        call("CallOsSystem", "os", "system"),
        call("CallPosixSystem", "posix", "system"),
        call("CallOsPopen", "os", "popen"),
        call("CallNtSystem", "nt", "system"),
        call("CallSubprocessCheckOutput", "subprocess", "check_output"),
        call("CallPtySpawn", "pty", "spawn"),
        call("CallCommandsGetoutput", "commands", "getoutput"),
        call("CallNumpyRunstring", "numpy.testing._private.utils", "runstring"),
        call("CallTorchLoad", "torch.serialization", "load"),
        call("CallTorchHub", "torch.hub", "load"),
        call("CallTorchExtension", "torch.utils.cpp_extension", "load"),
        call("CallPickleLoads", "pickle", "loads"),
        call("CallWebbrowser", "webbrowser", "open"),
        call("CallShutilRmtree", "shutil", "rmtree"),
        call("CallNearlyAllowed", "torch._utils", "_rebuild_tensor_v2 "),
        call("CallAllowedNameOfOtherModule", "os", "OrderedDict"),
        besideGoodTensor("CallEval",
                         pickleCall(pickleGlobal("builtins", "eval"), {pickleText(python)}),
                         {"builtins.eval"}),
        besideGoodTensor("CallExec",
                         pickleCall(pickleGlobal("builtins", "exec"), {pickleText(python)}),
                         {"builtins.exec"}),
        besideGoodTensor("CallOldEval",
                         pickleCall(pickleGlobal("__builtin__", "eval"), {pickleText(python)}),
                         {"__builtin__.eval"}),
        besideGoodTensor(
            "CallImportModule",
            pickleCall(pickleGlobal("importlib", "import_module"), {pickleText("antigravity")}),
            {"importlib.import_module"}),
    };
}

std::vector<HostileTorchFile> callsByOtherOpcodes(const string& command) {
    const string text = pickleText(command);
    return {
        besideGoodTensor("CallByStackGlobal", pickleCall(pickleStackGlobal("os", "system"), {text}),
                         {"os.system"}),
        besideGoodTensor("CallByDottedName",
                         pickleCall(pickleStackGlobal("torch", "_utils.os.system"), {text}),
                         {"torch._utils.os.system"}),
        besideGoodTensor("CallByInst", "(" + text + "ios\nsystem\n", {"os.system"}),
        besideGoodTensor("CallByObj", "(" + pickleGlobal("os", "system") + text + "o",
                         {"os.system"}),
        besideGoodTensor("CallByNewObj",
                         pickleGlobal("subprocess", "Popen") + pickleTuple({text}) + "\x81",
                         {"subprocess.Popen"}),
        besideGoodTensor("CallByNewObjEx",
                         pickleGlobal("subprocess", "Popen") + pickleTuple({text}) +
                             pickleDict({{"shell", "\x88"}}) + "\x92",
                         {"subprocess.Popen"}),
        besideGoodTensor("CallByExtension1", "\x82\x01" + pickleTuple({text}) + "R",
                         {"extension 1"}),
        besideGoodTensor("CallByExtension2",
                         "\x83" + littleBytes(500, 2) + pickleTuple({text}) + "R",
                         {"extension 500"}),
        besideGoodTensor("CallByExtension4",
                         "\x84" + littleBytes(70000, 4) + pickleTuple({text}) + "R",
                         {"extension 70000"}),
        besideGoodTensor("CallByStackGlobalOfNumbers", pickleInt(1) + pickleInt(2) + "\x93",
                         {"no text"}),
        besideGoodTensor("CallByStackGlobalOfTensor",
                         pickleText("os") + pickleGoodTensor() + "\x93", {"no text"}),
        besideGoodTensor("CallOfText", pickleCall(pickleText("os.system"), {text}),
                         {"'os.system'", "no name"}),
        besideGoodTensor("CallWithoutTuple", pickleGlobal("torch", "Size") + text + "R",
                         {"torch.Size", "without a tuple"}),
        besideGoodTensor("CallWithOtherArguments",
                         pickleCall(pickleGlobal("torch._utils", "_rebuild_tensor_v2"), {text}),
                         {"_rebuild_tensor_v2", "6 arguments"}),
        besideGoodTensor("CallOfType", pickleCall(pickleGlobal("torch", "FloatStorage"), {text}),
                         {"torch.FloatStorage", "not something to call"}),
    };
}

std::vector<HostileTorchFile> chains(const string& command) {
    const string getattr = pickleGlobal("builtins", "getattr");
    const string import = pickleCall(pickleGlobal("builtins", "__import__"), {pickleText("os")});
    const string system = pickleCall(getattr, {import, pickleText("system")});
    const string fromType = pickleGlobal("torch._tensor", "_rebuild_from_type_v2");
    const string inner =
        pickleCall(fromType, {pickleGlobal("os", "system"), pickleGlobal("torch", "Tensor"),
                              pickleTuple({pickleText(command)}), pickleDict({})});
    string many = pickleGlobal("builtins", "getattr");
    for (int i = 0; i < 20000; ++i)
        many += pickleTuple({}) + "R";
    return {
        besideGoodTensor("ChainOfGetattr", pickleCall(system, {pickleText(command)}),
                         {"builtins.getattr", "builtins.__import__"}),
        besideGoodTensor(
            "ChainOfAttrgetter",
            pickleCall(pickleCall(pickleGlobal("operator", "attrgetter"), {pickleText("system")}),
                       {import}),
            {"operator.attrgetter"}),
        besideGoodTensor("ChainOfPartial",
                         pickleCall(pickleCall(pickleGlobal("functools", "partial"),
                                               {pickleGlobal("os", "system"), pickleText(command)}),
                                    {}),
                         {"functools.partial", "os.system"}),
        besideGoodTensor("ChainOfMap",
                         pickleCall(pickleGlobal("builtins", "list"),
                                    {pickleCall(pickleGlobal("builtins", "map"),
                                                {pickleGlobal("os", "system"),
                                                 pickleTuple({pickleText(command)})})}),
                         {"builtins.map", "builtins.list"}),
        besideGoodTensor("ChainOfTwentyThousand", many, {"builtins.getattr"}),
        besideGoodTensor("RebuildFromForeignFunction", inner, {"os.system", "no plain tensor"}),
        besideGoodTensor("RebuildFromItself",
                         pickleCall(fromType, {fromType, pickleGlobal("torch", "Tensor"),
                                               pickleTuple({}), pickleDict({})}),
                         {"no plain tensor"}),
        besideGoodTensor("ReconstructorOfPopen",
                         pickleCall(pickleGlobal("copyreg", "_reconstructor"),
                                    {pickleGlobal("subprocess", "Popen"),
                                     pickleGlobal("builtins", "object"), "N"}),
                         {"subprocess.Popen"}),
        besideGoodTensor("StateOfForeignObject",
                         pickleCall(pickleGlobal("some.module", "Thing"), {}) +
                             pickleDict({{"__class__", pickleGlobal("os", "system")}}) + "b",
                         {"some.module.Thing", "os.system"}),
        besideGoodTensor("DefaultdictOfEval",
                         pickleCall(pickleGlobal("collections", "defaultdict"),
                                    {pickleGlobal("builtins", "eval")}),
                         {"builtins.eval"}),
    };
}

/// Tensors inside of things that are never made are listed all the same.
std::vector<HostileTorchFile> tensorsInside(const string& command) {
    HostileTorchFile module = besideGoodTensor(
        "TensorsInsideOfModule",
        pickleGlobal("torch.nn.modules.linear", "Linear") + ")\x81" +
            pickleDict({{"training", "\x89"},
                        {"_parameters", pickleOrderedDict({{"weight", pickleGoodTensor()}})}}) +
            "b",
        {"torch.nn.modules.linear.Linear"});
    module.tensors.emplace_back("bad.weight");
    HostileTorchFile call = besideGoodTensor(
        "TensorsInsideOfCall",
        pickleCall(pickleGlobal("os", "system"), {pickleText(command), pickleGoodTensor()}),
        {"os.system"});
    call.tensors.emplace_back("bad.1");
    HostileTorchFile root = {"TensorsInsideOfForeignRoot",
                             torchZip(pickled(pickleCall(pickleGlobal("evil", "Root"), {}) +
                                              pickleDict({{"w", pickleGoodTensor()}}) + "b"),
                                      {{"0", fourFloats()}}),
                             true,
                             {"w"},
                             {"evil.Root"}};
    return {std::move(module), std::move(call), std::move(root)};
}

} // namespace

std::vector<HostileTorchFile> hostileCalls(const string& marker) {
    const string command = "touch " + marker;
    std::vector<HostileTorchFile> rows;
    for (auto table : {plainCalls(command), callsByOtherOpcodes(command), chains(command),
                       tensorsInside(command)})
        rows.insert(rows.end(), table.begin(), table.end());
    return rows;
}

} // namespace hierascope::testing
